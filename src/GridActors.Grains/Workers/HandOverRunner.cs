using System.Collections.Concurrent;
using System.Collections.Immutable;
using GridActors.Core.Access;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Grains.Access;
using GridActors.Grains.Divisions;
using GridActors.Storage.Incidents;

namespace GridActors.Grains.Workers;

/// <summary>Hands the open incidents of a worker over to the next one. It may be cut short anywhere and run again: then it hands over the rest.</summary>
public sealed class HandOverRunner(IGrainFactory grains, IRegionDirectory region, IIncidentList incidents, TimeProvider clock)
{
    private const int PageSize = 200;

    /// <summary>Calls at once; each waits for a commit of the journal.</summary>
    private const int Concurrency = 16;

    /// <param name="grid">Null for every grid that the worker has, or had, a duty in.</param>
    public async Task<HandOver> RunAsync(WorkerId from, WorkerId to, GridCode? grid, string reason, CancellationToken ct)
    {
        if (await grains.GetWorker(from).GetAsync(ct) is not { } worker)
        {
            return HandOver.Refuse(WorkerRefusal.UnknownWorker);
        }

        if (from == to)
        {
            return HandOver.Refuse(WorkerRefusal.SameWorker);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return HandOver.Refuse(WorkerRefusal.ReasonRequired);
        }

        ImmutableArray<GridCode> codes = grid is { } one ? [one] : [.. worker.Duties.Where(d => d.Post.Tier == Tier.Grid).Select(d => GridCode.Parse(d.Post.PlaceCode)).Distinct()];
        var staffed = new HashSet<GridCode>();
        foreach (var code in codes)
        {
            if (await IsOnDutyAsync(to, code, ct))
            {
                staffed.Add(code);
            }
        }

        return staffed.Count == 0 ? HandOver.Refuse(WorkerRefusal.NotOnDuty) : await RunAsync(codes, staffed, new HandOverIncident(from, to, reason), ct);
    }

    private async Task<HandOver> RunAsync(ImmutableArray<GridCode> codes, HashSet<GridCode> staffed, HandOverIncident command, CancellationToken ct)
    {
        var authority = CallAuthority.Current;
        var (moved, left) = (new ConcurrentBag<IncidentId>(), new ConcurrentBag<IncidentId>());
        foreach (var code in codes)
        {
            IncidentId? after = null;
            while (await incidents.ListOpenAsync(code, after, PageSize, ct) is { IsEmpty: false } page)
            {
                await Parallel.ForEachAsync(
                    page.Where(i => i.Handler == command.From && i.Phase != IncidentPhase.Handled && IncidentJurisdiction.MayRead(authority, IncidentAccess.Of(i))),
                    new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = ct },
                    async (incident, token) => (staffed.Contains(code) && await IsTakenAsync(incident.Id, command, token) ? moved : left).Add(incident.Id));
                after = page[^1].Id;
            }
        }

        return new HandOver([.. moved.OrderBy(i => i.Value)], [.. left.OrderBy(i => i.Value)], null);
    }

    private async Task<bool> IsOnDutyAsync(WorkerId worker, GridCode grid, CancellationToken ct)
    {
        var offset = (await region.AtLeastAsync(0, ct)).CalendarOf(grid.Village).UtcOffset;
        return (await grains.GetGrid(grid).OnDutyAsync(clock.GetUtcNow(), offset, ct)).Contains(worker);
    }

    /// <summary>False where it was closed, handled or given to somebody else meanwhile.</summary>
    private async Task<bool> IsTakenAsync(IncidentId id, HandOverIncident command, CancellationToken ct) =>
        (await grains.GetIncident(id).ExecuteAsync(command, ifVersion: null, ct)).Refusal is null;
}
