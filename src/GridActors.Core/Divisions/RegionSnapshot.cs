using System.Collections.Frozen;
using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Departments;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Divisions;

/// <summary>The reference data of a cell as one immutable whole: what routing a report needs without asking an actor.</summary>
public sealed class RegionSnapshot
{
    private readonly FrozenDictionary<DivisionCode, RegionDivision> _divisions;
    private readonly ILookup<DivisionCode, DivisionCode> _children;
    private readonly ILookup<DivisionCode, GridCode> _gridsByVillage;
    private readonly FrozenSet<GridCode> _endedGrids;

    /// <param name="revision">Counts the changes of the reference data.</param>
    /// <param name="endedGrids">Codes of grids that have ended; null for none.</param>
    public RegionSnapshot(int revision, IReadOnlyCollection<RegionDivision> divisions, IReadOnlyCollection<Grid> grids, IEnumerable<GridCode>? endedGrids = null)
    {
        Revision = revision;
        _divisions = divisions.ToFrozenDictionary(d => d.Division.Code);
        _children = divisions.Select(d => d.Division.Code).Where(c => c.Parent is not null).Order().ToLookup(c => c.Parent!.Value);
        _gridsByVillage = grids.Select(g => g.Code).Order().ToLookup(c => c.Village);
        _endedGrids = (endedGrids ?? []).ToFrozenSet();
        Grids = new GridIndex(grids);
    }

    public static RegionSnapshot Empty { get; } = new(0, [], []);

    public int Revision { get; }

    public GridIndex Grids { get; }

    public IEnumerable<DivisionCode> Prefectures => _divisions.Keys.Where(c => c.Level == DivisionLevel.Prefecture).Order();

    public Division? Find(DivisionCode code) => _divisions.GetValueOrDefault(code)?.Division;

    /// <summary>The divisions right below one, in order of their codes.</summary>
    public IEnumerable<DivisionCode> ChildrenOf(DivisionCode code) => _children[code];

    /// <summary>The grids of a village, in order of their codes.</summary>
    public IEnumerable<GridCode> GridsOf(DivisionCode village) => _gridsByVillage[village];

    /// <summary>Whether a grid had this code and has ended: the code is never used again (Art. 7).</summary>
    public bool HasEnded(GridCode code) => _endedGrids.Contains(code);

    /// <summary>The duty roster of a division's centre; empty means staffed around the clock.</summary>
    public ImmutableArray<Duty> RosterOf(DivisionCode code) => _divisions.GetValueOrDefault(code)?.Roster ?? [];

    /// <summary>The catalogue that holds in a division: its own, or that of the nearest division above which has one.</summary>
    public CatalogueVersion? CatalogueOf(DivisionCode code) => Upwards(code).Select(d => d.Catalogue).FirstOrDefault(c => c is not null);

    /// <summary>The calendar that holds in a division: its own, or that of the nearest division above which has one.</summary>
    public WorkingCalendar CalendarOf(DivisionCode code) => Upwards(code).FirstOrDefault(d => d.Calendars is not null)?.Calendars?.Latest ?? WorkingCalendar.Unpublished;

    /// <summary>The calendar that held in a division at an instant, whatever was published since.</summary>
    public WorkingCalendar CalendarAt(DivisionCode code, DateTimeOffset instant) => CalendarsOf(code).At(instant);

    /// <summary>Every calendar that ever held in a division: its own, and those of the divisions above until it had one.</summary>
    public CalendarHistory CalendarsOf(DivisionCode code) =>
        Upwards(code).Reverse().Select(d => d.Calendars).Aggregate(CalendarHistory.Unpublished, (above, own) => own?.Over(above) ?? above);

    /// <summary>The departments that an incident can be dispatched to: those of its county, and the branches in its township.</summary>
    public ImmutableArray<Department> DepartmentsFor(ReportedPlace place)
    {
        var county = DepartmentsOf(place.County);
        var branches = place.Grid?.Village.AncestorAt(DivisionLevel.Township) is { } township ? DepartmentsOf(township) : [];
        return branches.IsEmpty ? county : county.AddRange(branches);
    }

    /// <summary>The departments of one county or township, in order of their codes.</summary>
    public ImmutableArray<Department> DepartmentsOf(DivisionCode code) =>
        _divisions.GetValueOrDefault(code) is { Departments: { IsDefault: false } departments } ? departments : [];

    /// <summary>The posts that can hold an incident, with who is on duty at an instant.</summary>
    /// <param name="gridIsStaffed">Whether a worker of the grid is on duty; the grid's own actor knows.</param>
    public PostChain ChainOf(ReportedPlace place, DateTimeOffset now, bool gridIsStaffed)
    {
        var offset = CalendarOf(place.County).UtcOffset;
        return new PostChain([.. place.ListPosts().Select(p => new PostLink(p, p.Tier == Tier.Grid ? gridIsStaffed : IsStaffed(p, now, offset)))]);
    }

    private bool IsStaffed(Post post, DateTimeOffset now, TimeSpan utcOffset) =>
        Roster.IsStaffed(RosterOf(DivisionCode.Parse(post.PlaceCode)), now, utcOffset);

    private IEnumerable<RegionDivision> Upwards(DivisionCode code)
    {
        for (DivisionCode? at = code; at is { } c; at = c.Parent)
        {
            if (_divisions.TryGetValue(c, out var division))
            {
                yield return division;
            }
        }
    }
}

/// <summary>A division with what is published for it.</summary>
/// <param name="Roster">Of its centre; empty means staffed around the clock.</param>
/// <param name="Catalogue">Its own catalogue, if it has one.</param>
/// <param name="Calendars">Its own calendars, if it ever had one.</param>
/// <param name="Departments">Of a county or township, in order of their codes; default where it has none.</param>
public sealed record RegionDivision(
    Division Division,
    ImmutableArray<Duty> Roster,
    CatalogueVersion? Catalogue,
    CalendarHistory? Calendars,
    ImmutableArray<Department> Departments = default);
