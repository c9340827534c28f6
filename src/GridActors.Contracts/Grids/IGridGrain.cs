using System.Collections.Immutable;
using GridActors.Contracts.Access;
using GridActors.Core.Access;
using GridActors.Core.Grids;
using GridActors.Core.Workers;
using Orleans.Concurrency;

namespace GridActors.Contracts.Grids;

/// <summary>One grid and its roster. Key: <see cref="GrainKeys.Of(GridCode)"/>.</summary>
[Alias("gridactors.grid"), Version(1)]
public interface IGridGrain : IGrainWithStringKey
{
    /// <summary>Null where the grid was never filed.</summary>
    [Alias("get"), AlwaysInterleave]
    [Access(AccessKind.Known)]
    Task<GridDetails?> GetAsync(CancellationToken ct);

    /// <summary>Files the grid. Durable when it returns; false where nothing differs, or where the grid has ended.</summary>
    [Alias("file")]
    [Access(AccessKind.AtPlace, Permission = Permission.ChangeReference)]
    Task<bool> FileAsync(Grid grid, CancellationToken ct);

    /// <summary>Ends the grid for good. It stays known as it was. Durable when it returns; false where it had ended.</summary>
    [Alias("end")]
    [Access(AccessKind.AtPlace, Permission = Permission.ChangeReference)]
    Task<bool> EndAsync(DateTimeOffset at, CancellationToken ct);

    /// <summary>Replaces the roster. Durable when it returns; false where nothing differs.</summary>
    [Alias("set-roster")]
    [Access(AccessKind.AtPlace, Permission = Permission.ChangeReference)]
    Task<bool> SetRosterAsync(ImmutableArray<Duty> roster, CancellationToken ct);

    /// <summary>Gives a worker these duties in place of those on the roster, or refuses them. Durable when it returns; safe to retry.</summary>
    [Alias("place")]
    [Access(AccessKind.AtPlace, Permission = Permission.ChangeReference)]
    Task<PlaceReply> PlaceAsync(WorkerId worker, ImmutableArray<Duty> duties, CancellationToken ct);

    /// <summary>What a worker is to this grid now; null where there is no such worker on its roster.</summary>
    [Alias("role-of"), AlwaysInterleave]
    [Access(AccessKind.Known)]
    Task<WorkerRole?> RoleOfAsync(WorkerId worker, CancellationToken ct);

    /// <summary>The workers on duty at an instant, best first; see <see cref="Roster.OnDuty"/>.</summary>
    [Alias("on-duty"), AlwaysInterleave]
    [Access(AccessKind.Known)]
    Task<ImmutableArray<WorkerId>> OnDutyAsync(DateTimeOffset now, TimeSpan utcOffset, CancellationToken ct);
}
