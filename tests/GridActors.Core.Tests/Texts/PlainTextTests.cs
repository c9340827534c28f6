using GridActors.Core.Texts;

namespace GridActors.Core.Tests.Texts;

public sealed class PlainTextTests
{
    // Not inline data: an attribute cannot hold half a pair.
    private static readonly string[] _noText = ["zero \0 byte", "bell \a", "escape \u001B[31m", "delete \u007F", "next line \u0085", "half a pair \uD83D here", "the other half \uDCA7"];

    [Fact]
    public void Control_characters_and_halves_of_pairs_are_no_text() => Assert.All(_noText, t =>
    {
        Assert.False(PlainText.IsText(t));
        Assert.False(PlainText.IsName(t));
    });

    [Theory]
    [InlineData("井盖缺失 💧")]
    [InlineData("a hint \u200F only")]
    [InlineData("")]
    public void What_people_write_is_text_and_may_be_a_name(string text)
    {
        Assert.True(PlainText.IsText(text));
        Assert.True(PlainText.IsName(text));
    }

    [Theory]
    [InlineData("two\r\nlines\tand a tab")]
    [InlineData("turned \u202E around")]
    [InlineData("isolated \u2066 here \u2069")]
    public void Lines_and_turned_directions_are_text_and_no_name(string text)
    {
        Assert.True(PlainText.IsText(text));
        Assert.False(PlainText.IsName(text));
    }
}
