using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using GridActors.ApiHost.Open311;

namespace GridActors.Api.Tests.Open311;

/// <summary>One tree, two formats.</summary>
public sealed class Open311WritingTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("<b> & \"quotes\" ]]>")]
    [InlineData("two\nlines\tand a tab")]
    [InlineData("水管爆裂 💧")]
    [InlineData(" blanks ")]
    [InlineData("a\r\nb")]
    public void Text_is_the_same_in_both(string text)
    {
        var document = new Open311Document("root", new Open311Fields().Add("text", text).Build());

        var xml = XDocument.Parse(Encoding.UTF8.GetString(Open311Xml.Write(document)), LoadOptions.PreserveWhitespace);
        var json = JsonSerializer.Deserialize<JsonElement>(Open311Json.Write(document));

        Assert.Equal(text, xml.Root!.Element("text")!.Value);
        Assert.Equal(text, json.GetProperty("text").GetString());
    }

    [Fact]
    public void What_xml_cannot_carry_is_replaced()
    {
        var document = new Open311Document("root", new Open311Fields().Add("text", "a\u0000b\u001Fc\uFFFEd\uD800e").Build());

        var xml = XDocument.Parse(Encoding.UTF8.GetString(Open311Xml.Write(document)));

        Assert.Equal("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe", xml.Root!.Element("text")!.Value);
    }

    [Fact]
    public void Half_a_surrogate_pair_breaks_no_json()
    {
        var document = new Open311Document("root", new Open311Fields().Add("text", "d\uD800e").Build());

        Assert.Equal("d\uFFFDe", JsonSerializer.Deserialize<JsonElement>(Open311Json.Write(document)).GetProperty("text").GetString());
    }

    [Fact]
    public void Nothing_is_null_in_json_and_an_empty_element_in_xml()
    {
        var body = new Open311Fields().Add("text", (string?)null).Add("number", (double?)null).Add("list", new Open311Value.Items("item", [])).Build();
        var document = new Open311Document("root", body);

        Assert.Equal("{\n  \"text\": null,\n  \"number\": null,\n  \"list\": []\n}", Encoding.UTF8.GetString(Open311Json.Write(document)));
        Assert.EndsWith("<root>\n  <text />\n  <number />\n  <list />\n</root>", Encoding.UTF8.GetString(Open311Xml.Write(document)), StringComparison.Ordinal);
    }
}
