using System.Text.Json;
using CsCheck;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Serialization;
using GridActors.Core.Workers;

namespace GridActors.Core.Tests.Serialization;

/// <summary>Every code reads back what it writes, as text and as JSON, and takes no other spelling of it.</summary>
public sealed class CodePropertyTests
{
    private static readonly Gen<string> _hostile = Gen.OneOf(
        Gen.String[0, 20],
        Gen.String[Gen.Char["0123456789-:abcfwp٣ "], 0, 40],
        Gen.String[Gen.Char['0', '9'], 3, 16],
        Gen.Const(""));

    [Fact]
    public void A_division_code_reads_back_what_it_writes() => ReadsBack(Codes.Divisions);

    [Fact]
    public void A_grid_code_reads_back_what_it_writes() => ReadsBack(Codes.Grids);

    [Fact]
    public void An_item_code_reads_back_what_it_writes() => ReadsBack(Codes.Items);

    [Fact]
    public void A_worker_id_reads_back_what_it_writes() => ReadsBack(Codes.Workers);

    [Fact]
    public void A_badge_id_reads_back_what_it_writes() => ReadsBack(Codes.Badges);

    [Fact]
    public void A_tracking_code_reads_back_what_it_writes() => ReadsBack(Codes.TrackingCodes);

    [Fact]
    public void An_incident_id_reads_back_what_it_writes() => ReadsBack(Codes.Incidents);

    [Fact]
    public void An_actor_reads_back_what_it_writes() => ReadsBack(Codes.Actors);

    [Fact]
    public void A_text_that_is_read_as_a_code_is_the_text_that_the_code_writes() =>
        _hostile.Sample(text =>
        {
            HasOneSpelling<DivisionCode>(text);
            HasOneSpelling<GridCode>(text);
            HasOneSpelling<ItemCode>(text);
            HasOneSpelling<WorkerId>(text);
            HasOneSpelling<TrackingCode>(text);
            HasOneSpelling<BadgeId>(text);
            HasOneSpelling<Actor>(text);
        });

    [Theory]
    [InlineData("\"12345\"")]
    [InlineData("12345")]
    [InlineData("null")]
    [InlineData("{}")]
    public void Json_that_is_no_code_is_refused_as_json(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<GridCode>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Actor>(json));
    }

    private static void ReadsBack<TCode>(Gen<TCode> codes)
        where TCode : struct, ICode<TCode>, IEquatable<TCode> =>
        codes.Sample(code =>
        {
            var parsed = TCode.TryParse(code.ToString(), out var back);

            Assert.True(parsed, $"'{code}' was not read back");
            Assert.Equal(code, back);
            Assert.Equal(code, JsonSerializer.Deserialize<TCode>(JsonSerializer.Serialize(code)));
        });

    private static void HasOneSpelling<TCode>(string text)
        where TCode : struct, ICode<TCode>
    {
        if (TCode.TryParse(text, out var code))
        {
            Assert.Equal(text, code.ToString());
        }
    }
}
