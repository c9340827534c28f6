using GridActors.Core.Catalogue;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.Incidents.Story;

namespace GridActors.Core.Tests.Incidents;

/// <summary>Two reports of the same item are likely to be about the same thing where they are near in place and time.</summary>
public sealed class DuplicatesTests
{
    private const double DegreesPerMeter = 1 / 111_195.08;

    private static readonly GeoPoint _here = new(44.0144, 87.3036);

    [Fact]
    public void The_same_item_at_the_same_place_and_time_is_likely_the_same()
    {
        Assert.True(AreLikely(Another()));
        Assert.False(Duplicates.AreLikely(FirstOf().Incident, FirstOf().Incident));
    }

    [Theory]
    [InlineData(49.9, true)]
    [InlineData(50.1, false)]
    public void Within_fifty_meters(double meters, bool isLikely) =>
        Assert.Equal(isLikely, AreLikely(Another() with { Place = FirstOf().Incident.Place with { Location = _here with { Lat = _here.Lat + (meters * DegreesPerMeter) } } }));

    [Fact]
    public void Fifty_meters_reach_across_the_boundary_of_a_grid() =>
        Assert.True(AreLikely(Another() with { Place = FirstOf().Incident.Place with { Grids = [GridCode.Parse("652301001001002")] } }));

    [Theory]
    [InlineData("652301001001001", true)]
    [InlineData("652301001001002", false)]
    public void Where_one_has_no_location_the_same_grid_is_near(string grid, bool isLikely)
    {
        var other = Another() with { Place = FirstOf().Incident.Place with { Grids = [GridCode.Parse(grid)], Location = null } };

        Assert.Equal(isLikely, AreLikely(other));
        Assert.Equal(isLikely, Duplicates.AreLikely(other, FirstOf().Incident));
    }

    [Fact]
    public void One_grid_of_a_place_on_a_boundary_is_enough() =>
        Assert.True(AreLikely(Another() with { Place = FirstOf().Incident.Place with { Grids = [GridCode.Parse("652301001001002"), GridCode.Parse("652301001001001")], Location = null } }));

    [Fact]
    public void Two_reports_without_grid_or_location_are_not_near()
    {
        var nowhere = FirstOf().Incident.Place with { Grids = [], Location = null };

        Assert.False(Duplicates.AreLikely(FirstOf().Incident with { Place = nowhere }, Another() with { Place = nowhere }));
    }

    [Fact]
    public void Within_a_day_either_way()
    {
        var first = FirstOf().Incident;

        foreach (var sign in new[] { 1, -1 })
        {
            Assert.True(AreLikely(Another() with { ReportedAt = first.ReportedAt + (sign * TimeSpan.FromHours(24)) }));
            Assert.False(AreLikely(Another() with { ReportedAt = first.ReportedAt + (sign * (TimeSpan.FromHours(24) + TimeSpan.FromTicks(1))) }));
        }
    }

    [Fact]
    public void Only_an_open_incident_of_the_same_item_is()
    {
        Assert.False(AreLikely(Another() with { Phase = IncidentPhase.Closed }));
        Assert.False(AreLikely(Another() with { Item = Another().Item with { Code = ItemCode.Parse("0102") } }));
    }

    private static bool AreLikely(Incident other) => Duplicates.AreLikely(FirstOf().Incident, other);

    private static Incident Another() => FirstOf().Incident with { Id = new IncidentId(new Guid("01890a5d-ac96-774b-bcce-b302099a8058")) };

    private static Story FirstOf()
    {
        var story = new Story { Item = ItemOf(Tier.Township, new Limit(15, LimitUnit.Minute), new Limit(4, LimitUnit.UrgentHour)), Location = _here };
        return story.Do(story.Report());
    }
}
