using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Tests.Grids;
using GridActors.Core.Tests.WorkingTime;
using GridActors.Core.Workers;
using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Divisions;

public sealed class RegionSnapshotTests
{
    private const string Prefecture = "652300000000";
    private const string County = "652301000000";
    private const string Township = "652301001000";
    private const string Village = "652301001001";
    private const string Grid = "652301001001001";

    private static readonly DateTimeOffset _published = Local("2025-01-02 09:00");
    private static readonly CatalogueVersion _ofPrefecture = new(1, []);
    private static readonly CatalogueVersion _ofCounty = new(7, []);

    [Fact]
    public void A_division_has_its_own_catalogue_or_that_of_the_nearest_division_above()
    {
        var region = Region(With(Prefecture, catalogue: _ofPrefecture), With(County, catalogue: _ofCounty), With(Township));

        Assert.Same(_ofPrefecture, region.CatalogueOf(DivisionCode.Parse(Prefecture)));
        Assert.Same(_ofCounty, region.CatalogueOf(DivisionCode.Parse(County)));
        Assert.Same(_ofCounty, region.CatalogueOf(DivisionCode.Parse(Village)));
        Assert.Same(_ofPrefecture, region.CatalogueOf(DivisionCode.Parse("652302001001")));
        Assert.Null(region.CatalogueOf(DivisionCode.Parse("652401000000")));
    }

    [Fact]
    public void A_division_has_its_own_calendar_or_that_of_the_nearest_division_above()
    {
        var region = Region(With(Prefecture, calendar: Calendars.Of2025), With(County, calendar: Calendars.WithSeasons), With(Township));

        Assert.Same(Calendars.WithSeasons, region.CalendarOf(DivisionCode.Parse(Township)));
        Assert.Same(Calendars.Of2025, region.CalendarOf(DivisionCode.Parse("652302000000")));
    }

    [Fact]
    public void At_an_instant_before_its_publication_a_calendar_did_not_hold()
    {
        var region = Region(With(Prefecture, calendar: Calendars.Of2025), With(County));

        Assert.Same(Calendars.Of2025, region.CalendarAt(DivisionCode.Parse(Township), _published));
        Assert.Same(WorkingCalendar.Unpublished, region.CalendarAt(DivisionCode.Parse(Township), _published.AddTicks(-1)));
    }

    [Fact]
    public void Where_no_calendar_is_published_Monday_to_Friday_hold() =>
        Assert.Same(WorkingCalendar.Unpublished, RegionSnapshot.Empty.CalendarOf(DivisionCode.Parse(County)));

    [Fact]
    public void Divisions_and_grids_are_listed_below_their_parent_in_order_of_their_codes()
    {
        var region = new RegionSnapshot(
            3,
            [With("652302000000"), With(Prefecture), With(County), With(Township), With(Village)],
            [Lattice.Square("652301001001002", 86, 43), Lattice.Square(Grid, 85, 43)]);

        Assert.Equal([DivisionCode.Parse(Prefecture)], region.Prefectures);
        Assert.Equal([County, "652302000000"], region.ChildrenOf(DivisionCode.Parse(Prefecture)).Select(c => c.ToString()));
        Assert.Equal([Grid, "652301001001002"], region.GridsOf(DivisionCode.Parse(Village)).Select(c => c.ToString()));
        Assert.Equal(Township, region.Find(DivisionCode.Parse(Township))?.Name);
        Assert.Null(region.Find(DivisionCode.Parse("652303000000")));
        Assert.Equal(2, region.Grids.Count);
    }

    [Theory]
    [InlineData("2025-03-03 12:00", true)]
    [InlineData("2025-03-03 22:00", false)]
    public void A_centre_in_the_chain_is_staffed_as_its_roster_says_in_local_time(string at, bool isStaffed)
    {
        var dayShift = new Duty(WorkerId.Parse("d-1"), Post.Of(DivisionCode.Parse(Township)), WorkerRole.Duty, new Shift(new TimeOnly(10, 0), new TimeOnly(20, 0)));
        var region = Region(With(Prefecture), With(County), With(Township, [dayShift]), With(Village));

        var chain = region.ChainOf(PlaceIn(Grid), Local(at).ToUniversalTime(), gridIsStaffed: false);

        Assert.Equal([false, true, isStaffed, true, true], chain.Links.Select(l => l.IsStaffed));
        Assert.Equal(Enum.GetValues<Tier>(), chain.Links.Select(l => l.Post.Tier));
    }

    [Fact]
    public void Whether_the_grid_is_staffed_is_what_its_own_actor_says() =>
        Assert.True(RegionSnapshot.Empty.ChainOf(PlaceIn(Grid), Local("2025-03-03 12:00"), gridIsStaffed: true).Links[0].IsStaffed);

    private static RegionSnapshot Region(params RegionDivision[] divisions) => new(1, divisions, []);

    private static RegionDivision With(string code, ImmutableArray<Duty>? roster = null, CatalogueVersion? catalogue = null, WorkingCalendar? calendar = null) =>
        new(new Division(DivisionCode.Parse(code), code, ""), roster ?? [], catalogue, calendar is null ? null : new CalendarHistory(new CalendarInForce(_published, calendar)));

    private static ReportedPlace PlaceIn(string grid) =>
        new([GridCode.Parse(grid)], DivisionCode.Parse(County), null);
}
