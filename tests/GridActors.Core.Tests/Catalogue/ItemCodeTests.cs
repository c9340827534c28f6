using GridActors.Core.Catalogue;

namespace GridActors.Core.Tests.Catalogue;

public sealed class ItemCodeTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("101")]
    [InlineData("01012")]
    [InlineData("01A1")]
    [InlineData("-101")]
    [InlineData("0001")]
    [InlineData("0100")]
    [InlineData("0000")]
    public void A_text_without_a_group_and_an_item_is_no_item_code(string? text)
    {
        Assert.False(ItemCode.TryParse(text, out _));
        Assert.Throws<FormatException>(() => ItemCode.Parse(text!));
    }

    [Fact]
    public void Items_sort_by_group_and_then_by_item()
    {
        ItemCode[] codes = [ItemCode.Parse("1201"), ItemCode.Parse("0199"), ItemCode.Parse("0201")];

        Assert.Equal(["0199", "0201", "1201"], codes.Order().Select(c => c.ToString()));
        Assert.True(codes[1] < codes[2] && codes[2] <= codes[0] && codes[0] > codes[1] && codes[0] >= codes[2]);
    }
}
