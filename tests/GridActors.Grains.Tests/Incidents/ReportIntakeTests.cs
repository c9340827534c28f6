using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Hosting.Incidents;

namespace GridActors.Grains.Tests.Incidents;

public sealed class ReportIntakeTests
{
    private static readonly IncidentId _id = new(Guid.CreateVersion7());

    // Not inline data: an attribute cannot hold half a pair.
    private static readonly string[] _noText =
    [
        "half a pair \uD83D here",
        "the other half \uDCA7",
        "half a pair \uD83D beside a real replacement character \uFFFD",
        "zero \0 byte",
    ];

    [Fact]
    public void Half_a_surrogate_pair_is_no_text_whatever_stands_beside_it() => Assert.All(_noText, description =>
    {
        ReportIntake.TryPrepare(new ReportRequest { ItemCode = "0101", Description = description }, _id, RegionSnapshot.Empty, about: null, out _, out var problems);

        Assert.Contains(problems, p => p is { Field: "description", Code: "description_not_text", IsMalformed: true });
    });

    [Theory]
    [InlineData("水管爆裂 💧")]
    [InlineData("a real replacement character \uFFFD")]
    [InlineData("=HYPERLINK(\"http://x\") \u202E '; DROP TABLE incident; --")]
    public void Text_is_taken_as_it_is(string description)
    {
        ReportIntake.TryPrepare(new ReportRequest { ItemCode = "0101", Description = description }, _id, RegionSnapshot.Empty, about: null, out _, out var problems);

        Assert.DoesNotContain(problems, p => p.Field == "description");
    }

    [Fact]
    public void A_report_without_a_place_goes_to_the_unmatched_queue_of_a_county_where_one_is_named()
    {
        var county = DivisionCode.Parse("652390000000");
        var request = new ReportRequest { ItemCode = "0101", Description = "Behind the school" };

        ReportIntake.TryPrepare(request, _id, RegionSnapshot.Empty, about: null, out _, out var problems);
        Assert.True(ReportIntake.TryPrepare(request with { UnmatchedIn = county }, _id, RegionSnapshot.Empty, about: null, out var command, out _));

        Assert.Equal("place_required", Assert.Single(problems).Code);
        Assert.Equal((true, county, Tier.County), (command.Place.Grids.IsEmpty, command.Place.County, command.Place.LowestTier));
    }
}
