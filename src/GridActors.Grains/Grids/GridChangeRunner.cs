using System.Collections.Immutable;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Grains.Access;
using GridActors.Grains.Divisions;
using GridActors.Storage.Incidents;

namespace GridActors.Grains.Grids;

/// <summary>
/// Carries out the changes of grids that are due in a village: makes them hold, then files the open incidents under the grids
/// that there are now. It may be cut short anywhere and run again, also by several at once.
/// </summary>
public sealed class GridChangeRunner(IGrainFactory grains, IRegionDirectory region, IIncidentList incidents, TimeProvider clock)
{
    /// <summary>
    /// How long a change is looked after once it holds: a report that was read against the grids as they were may arrive until
    /// every host has read the new ones.
    /// </summary>
    /// <value>5 minutes: the longest refresh of a host (seconds) and the longest life of a call, many times over. Ours.</value>
    public static readonly TimeSpan SecondLook = TimeSpan.FromMinutes(5);

    private const int PageSize = 200;

    /// <summary>Calls at once; each waits for a commit of the journal.</summary>
    private const int Concurrency = 16;

    /// <remarks>The platform's own work, also where somebody waits for it: a change was allowed when it was filed.</remarks>
    public async Task RunAsync(DivisionCode village, CancellationToken ct)
    {
        using var scope = CallAuthority.UseSystem();
        var register = grains.GetGridRegister(village);
        var open = await register.ApplyDueAsync(ct);

        // Also where no incident has to move: whoever filed a change finds it in this process at once.
        var snapshot = await region.RefreshAsync(ct);
        foreach (var change in open)
        {
            var isLast = clock.GetUtcNow() >= change.AppliedAt + SecondLook;
            await RefileAsync(change, snapshot, ct);
            if (isLast)
            {
                await register.SettleAsync(change.Number, ct);
            }
        }
    }

    private async Task RefileAsync(GridChange change, RegionSnapshot snapshot, CancellationToken ct)
    {
        foreach (var grid in FiledUnder(change, snapshot))
        {
            IncidentId? after = null;
            while (await incidents.ListOpenAsync(grid, after, PageSize, ct) is { IsEmpty: false } page)
            {
                await Parallel.ForEachAsync(
                    page,
                    new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = ct },
                    (incident, token) => RefileAsync(incident, change, snapshot, token));
                after = page[^1].Id;
            }
        }
    }

    private async ValueTask RefileAsync(Incident incident, GridChange change, RegionSnapshot snapshot, CancellationToken ct)
    {
        var place = GridSuccession.PlaceOf(incident.Place, change, snapshot.Grids);
        if (place != incident.Place)
        {
            await grains.GetIncident(incident.Id).ExecuteAsync(new RefileIncident(place, change.Village, change.Number), ifVersion: null, ct);
        }
    }

    /// <summary>Where its incidents are listed: under its own grids, and, for a place on a boundary, under the neighbour with the lowest code.</summary>
    private static ImmutableArray<GridCode> FiledUnder(GridChange change, RegionSnapshot snapshot)
    {
        var own = change.Before.Select(g => g.Code);
        var near = change.Before.SelectMany(g => snapshot.Grids.Near(GridAreas.Of(g))).Select(g => g.Code);
        return [.. own.Concat(near).Distinct().Order()];
    }
}
