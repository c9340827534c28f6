using GridActors.Core.Workers;

namespace GridActors.Core.Tests.Workers;

public sealed class WorkerIdTests
{
    [Theory]
    [InlineData("w")]
    [InlineData("w-652301001001001-1")]
    [InlineData("A.b_c-9")]
    public void A_badge_number_is_letters_digits_and_a_few_marks(string text) =>
        Assert.Equal(text, WorkerId.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("13999999999")]
    [InlineData("...")]
    [InlineData("王小明")]
    [InlineData("w 1")]
    [InlineData("w/1")]
    public void A_telephone_number_a_name_or_anything_else_is_no_badge_number(string? text)
    {
        Assert.False(WorkerId.TryParse(text, out _));
        Assert.Throws<FormatException>(() => WorkerId.Parse(text!));
    }

    [Fact]
    public void A_badge_number_has_at_most_64_characters()
    {
        Assert.True(WorkerId.TryParse(new string('w', 64), out _));
        Assert.False(WorkerId.TryParse(new string('w', 65), out _));
    }
}
