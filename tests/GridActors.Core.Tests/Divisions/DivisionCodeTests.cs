using GridActors.Core.Divisions;

namespace GridActors.Core.Tests.Divisions;

public sealed class DivisionCodeTests
{
    [Theory]
    [InlineData("652300000000", DivisionLevel.Prefecture, null)]
    [InlineData("652301000000", DivisionLevel.County, "652300000000")]
    [InlineData("652301001000", DivisionLevel.Township, "652301000000")]
    [InlineData("652301001001", DivisionLevel.Village, "652301001000")]
    public void Level_and_parent_follow_from_the_digits(string text, DivisionLevel level, string? parent)
    {
        var code = DivisionCode.Parse(text);

        Assert.Equal(level, code.Level);
        Assert.Equal(parent, code.Parent?.ToString());
        Assert.Equal(text, code.ToString());
    }

    [Theory]
    [InlineData("", DivisionCodeError.NotTwelveDigits)]
    [InlineData(null, DivisionCodeError.NotTwelveDigits)]
    [InlineData("65230100100", DivisionCodeError.NotTwelveDigits)]
    [InlineData("65230100100A", DivisionCodeError.NotTwelveDigits)]
    [InlineData("٦٥٢٣٠١٠٠١٠٠١", DivisionCodeError.NotTwelveDigits)]
    [InlineData("650000000000", DivisionCodeError.AbovePrefecture)]
    [InlineData("000000000000", DivisionCodeError.AbovePrefecture)]
    [InlineData("652300001000", DivisionCodeError.MissingCounty)]
    [InlineData("652301000001", DivisionCodeError.MissingTownship)]
    public void A_text_that_is_no_division_says_why(string? text, DivisionCodeError expected)
    {
        var parsed = DivisionCode.TryParse(text, out _, out var error);

        Assert.False(parsed);
        Assert.Equal(expected, error);
    }
}
