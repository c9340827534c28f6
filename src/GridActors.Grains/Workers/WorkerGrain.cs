using System.Collections.Immutable;
using GridActors.Contracts;
using GridActors.Contracts.Access;
using GridActors.Contracts.Workers;
using GridActors.Core.Access;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Grains.Access;

namespace GridActors.Grains.Workers;

/// <summary>Decides, places the duties at the grids, and stores. The rules are in <see cref="WorkerDecider"/>.</summary>
/// <remarks>No grid asks this actor, so it may wait for one.</remarks>
[GrainType("worker")]
internal sealed class WorkerGrain(
    [PersistentState(WorkerState.Name, ReferenceStorage.Name)] IPersistentState<WorkerState> state,
    TimeProvider clock) : Grain, IWorkerGrain
{
    private Worker? Known => state.State.Worker;

    private WorkerId Id => WorkerId.Parse(GrainKeys.CodeIn(this.GetPrimaryKeyString()));

    public Task<Worker?> GetAsync(CancellationToken ct) => Task.FromResult(Known);

    public async Task<WorkerReply> ExecuteAsync(WorkerCommand command, CancellationToken ct)
    {
        EnsureAllowed(WorkerJurisdiction.MayChange(CallAuthority.Current, Known, command));
        var decision = WorkerDecider.Decide(Known, Id, command, clock.NowInMilliseconds());
        if (decision.Next is not { } next)
        {
            return new WorkerReply(Known, decision.Refusal);
        }

        if (await PlaceAsync(Known?.Duties ?? [], next.Duties, ct) is { } refused)
        {
            return refused;
        }

        if (command is IssueBadge badge)
        {
            // First, so that a badge that is valid is always found.
            await GrainFactory.GetBadge(badge.Id).AssignAsync(Id, ct);
        }

        await state.SaveAsync(new WorkerState { Worker = next }, ct);
        return new WorkerReply(next, null);
    }

    public Task<bool> AppointAsync(Worker worker, CancellationToken ct)
    {
        EnsureAllowed(WorkerJurisdiction.MayAppoint(CallAuthority.Current, Known, worker));
        var now = clock.GetUtcNow();
        var next = (Known ?? worker) with { Duties = Roster.InOrder(worker.Duties.Concat(Known?.Duties.Where(d => d.HasEnded(now)) ?? [])) };
        return Known is { } known && known.Duties.SequenceEqual(next.Duties)
            ? Task.FromResult(false)
            : state.SaveAsync(new WorkerState { Worker = next }, ct);
    }

    /// <exception cref="AccessDeniedException">The worker is none of the caller's.</exception>
    private static void EnsureAllowed(bool isAllowed)
    {
        if (!isAllowed)
        {
            throw new AccessDeniedException("This worker is not open to this caller.");
        }
    }

    /// <summary>First where duties are added, which a grid may refuse: then nothing has changed. After a fault the same command again mends it.</summary>
    /// <returns>Null where every grid took them.</returns>
    private async Task<WorkerReply?> PlaceAsync(ImmutableArray<Duty> before, ImmutableArray<Duty> after, CancellationToken ct)
    {
        var changed = after.Except(before).Concat(before.Except(after)).Select(d => d.Post).Where(p => p.Tier == Tier.Grid).Distinct();
        bool IsAddedTo(Post post) => after.Any(d => d.Post == post && !before.Any(known => known with { Until = d.Until } == d));
        foreach (var post in changed.OrderByDescending(IsAddedTo))
        {
            var reply = await GrainFactory.GetGrid(GridCode.Parse(post.PlaceCode)).PlaceAsync(Id, [.. after.Where(d => d.Post == post)], ct);
            if (reply.Refusal is { } refusal)
            {
                return new WorkerReply(Known, refusal, reply.About);
            }
        }

        return null;
    }
}
