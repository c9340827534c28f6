using GridActors.Core.Grids;

namespace GridActors.Core.Tests.Grids;

public sealed class GridCodeTests
{
    [Theory]
    [InlineData("652301001001001", 1, false)]
    [InlineData("652301001001799", 799, false)]
    [InlineData("652301001001800", 800, true)]
    [InlineData("652301001001999", 999, true)]
    public void Village_number_and_kind_follow_from_the_digits(string text, int number, bool isDedicated)
    {
        var code = GridCode.Parse(text);

        Assert.Equal("652301001001", code.Village.ToString());
        Assert.Equal(number, code.Number);
        Assert.Equal(isDedicated, code.IsDedicated);
    }

    [Theory]
    [InlineData(null, GridCodeError.NotFifteenDigits)]
    [InlineData("", GridCodeError.NotFifteenDigits)]
    [InlineData("65230100100100", GridCodeError.NotFifteenDigits)]
    [InlineData("6523010010010011", GridCodeError.NotFifteenDigits)]
    [InlineData("65230100100100A", GridCodeError.NotFifteenDigits)]
    [InlineData("+52301001001001", GridCodeError.NotFifteenDigits)]
    [InlineData("٦٥٢٣٠١٠٠١٠٠١٠٠١", GridCodeError.NotFifteenDigits)]
    [InlineData("652301001000001", GridCodeError.NoVillage)]
    [InlineData("652300000000001", GridCodeError.NoVillage)]
    [InlineData("652301000001001", GridCodeError.NoVillage)]
    [InlineData("000000000000001", GridCodeError.NoVillage)]
    [InlineData("652301001001000", GridCodeError.NumberZero)]
    public void A_text_that_is_no_grid_says_why(string? text, GridCodeError expected)
    {
        var parsed = GridCode.TryParse(text, out _, out var error);

        Assert.False(parsed);
        Assert.Equal(expected, error);
    }

    [Fact]
    public void Parsing_what_is_no_grid_names_the_text_and_the_reason()
    {
        var fault = Assert.Throws<FormatException>(() => GridCode.Parse("652301001001000"));

        Assert.Contains("652301001001000", fault.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(GridCodeError.NumberZero), fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GridKind.Urban, 199, true)]
    [InlineData(GridKind.Urban, 200, false)]
    [InlineData(GridKind.Urban, 300, false)]
    [InlineData(GridKind.Urban, 301, true)]
    [InlineData(GridKind.Rural, 149, true)]
    [InlineData(GridKind.Rural, 300, false)]
    [InlineData(GridKind.Rural, 451, true)]
    [InlineData(GridKind.School, 5000, false)]
    [InlineData(GridKind.Urban, null, false)]
    public void A_grid_with_unusually_many_or_few_households_is_worth_a_warning(GridKind kind, int? households, bool isUnusual) =>
        Assert.Equal(isUnusual, new Grid(GridCode.Parse("652301001001001"), "", kind, households, "").IsUnusuallySized);
}
