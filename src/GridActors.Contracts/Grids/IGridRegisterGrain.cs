using System.Collections.Immutable;
using GridActors.Contracts.Access;
using GridActors.Core.Access;
using GridActors.Core.Grids;
using Orleans.Concurrency;

namespace GridActors.Contracts.Grids;

/// <summary>
/// The changes of the grids of one village: what was filed, and how far it is carried out. A change that touches several grids
/// is decided and stored here, in one write; the grids follow it. Key: <see cref="GrainKeys.GridRegisterOf"/>.
/// </summary>
[Alias("gridactors.grid-register"), Version(1)]
public interface IGridRegisterGrain : IGrainWithStringKey
{
    /// <summary>Every change, in order of filing.</summary>
    [Alias("get"), AlwaysInterleave]
    [Access(AccessKind.Known)]
    Task<ImmutableArray<GridChange>> GetAsync(CancellationToken ct);

    /// <summary>
    /// Files a change, or refuses it. Durable when it returns; it holds only once <see cref="ApplyDueAsync"/> was called on its
    /// day. Safe to retry: the same command again answers the same change.
    /// </summary>
    [Alias("file")]
    [Access(AccessKind.AtPlace, Permission = Permission.ChangeReference)]
    Task<GridChangeReply> FileAsync(GridCommand command, CancellationToken ct);

    /// <summary>Changes the grids where a change is due, and tells the hosts to read them again. Safe to repeat after a fault anywhere in it.</summary>
    /// <returns>The changes that hold and have incidents left to be filed under other grids, in the order in which they came to hold.</returns>
    [Alias("apply-due")]
    [Access(AccessKind.System)]
    Task<ImmutableArray<GridChange>> ApplyDueAsync(CancellationToken ct);

    /// <summary>Notes that no open incident is left to be filed under another grid because of a change.</summary>
    [Alias("settle")]
    [Access(AccessKind.System)]
    Task SettleAsync(int number, CancellationToken ct);
}
