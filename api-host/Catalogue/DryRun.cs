using GridActors.ApiHost.Incidents;
using GridActors.Core.Access;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Escalations;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Grains;
using GridActors.Storage.Incidents;

namespace GridActors.ApiHost.Catalogue;

/// <summary>
/// Goes through a period page by page, newest report first, and compares each incident's life under its own version with the one under the
/// draft. Both are lived through with the rosters of today and the calendars of their time, so only the catalogue makes a difference.
/// </summary>
internal sealed class DryRun(IGrainFactory grains, IIncidentList list, IIncidentJournal journal, RegionSnapshot region, ReadScope within, DateTimeOffset now)
{
    private const int PageSize = 200;

    private readonly CatalogueArchive _archive = new(grains);
    private readonly Dictionary<int, CatalogueVersion?> _versions = [];
    private readonly Dictionary<GridCode, IReadOnlyCollection<Duty>> _rosters = [];

    /// <param name="start">Behind the first incident to go through.</param>
    public async Task<DryRunResource> RunAsync(DivisionCode division, CatalogueDraft draft, DateTimeOffset from, ListCursor start, int limit, CancellationToken ct)
    {
        var tally = new DryRunTally();
        var next = new CatalogueVersion(0, draft.Content.Items);
        for (var after = start; ;)
        {
            var page = await list.ListAsync(new IncidentFilter(division, null, null, null, null, now, after, PageSize, within), ct);
            foreach (var incident in page)
            {
                if (incident.ReportedAt < from)
                {
                    return tally.ToResource(draft.Revision, null);
                }

                if (tally.Examined == limit)
                {
                    return tally.ToResource(draft.Revision, ListCursors.Write(after));
                }

                if (region.CatalogueOf(incident.Place.County) == region.CatalogueOf(division))
                {
                    tally.Add(incident, await CompareAsync(division, incident, next, ct));
                }

                after = new ListCursor(incident.ReportedAt, incident.Id);
            }

            if (page.Length < PageSize)
            {
                return tally.ToResource(draft.Revision, null);
            }
        }
    }

    private async Task<DryRunResult> CompareAsync(DivisionCode division, Incident incident, CatalogueVersion draft, CancellationToken ct)
    {
        var number = incident.Item.CatalogueVersion;
        if (!_versions.TryGetValue(number, out var pinned))
        {
            _versions[number] = pinned = await _archive.FindAsync(division, number, ct);
        }

        var world = await WorldOfAsync(incident, ct);
        return CatalogueDryRun.Compare(await journal.ReadEventsAsync(incident.Id, ct), pinned?.Find(incident.Item.Code), draft.Find(incident.Item.Code), world, now);
    }

    private async Task<ReplayWorld> WorldOfAsync(Incident incident, CancellationToken ct)
    {
        var place = incident.Place;
        var duties = new List<Duty>();
        foreach (var grid in place.Grids)
        {
            if (!_rosters.TryGetValue(grid, out var roster))
            {
                _rosters[grid] = roster = [.. (await grains.GetGrid(grid).GetAsync(ct))?.Roster ?? []];
            }

            duties.AddRange(roster);
        }

        var offset = region.CalendarOf(place.County).UtcOffset;
        return new ReplayWorld(
            at => region.ChainOf(place, at, gridIsStaffed: Roster.OnDuty([.. duties], at, offset).Length > 0),
            region.CalendarsOf(place.County),
            EscalationPolicy.Default,
            region.DepartmentsFor(place),
            incident.Why[0].Rule == RoutingRule.WorkerFinding ? WorkerRole.FullTime : null);
    }
}
