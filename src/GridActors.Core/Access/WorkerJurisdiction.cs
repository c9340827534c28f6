using System.Collections.Immutable;
using GridActors.Core.Workers;

namespace GridActors.Core.Access;

/// <summary>Whom a worker's file concerns: the places of its duties, and the worker.</summary>
public static class WorkerJurisdiction
{
    public static bool MayRead(Authority authority, Worker worker) =>
        authority.IsSystem
        || Places(worker).Any(p => authority.Has(Permission.ReadReference, p))
        || IncidentJurisdiction.IsWorker(authority, worker.Id);

    /// <summary>Every place that the command names, and, for somebody who has a place already, one of theirs.</summary>
    /// <param name="known">Null for somebody whom nobody knows yet.</param>
    public static bool MayChange(Authority authority, Worker? known, WorkerCommand command)
    {
        var own = known is null ? [] : Places(known);
        return authority.IsSystem
            || (authority.Has(Permission.ChangeReference)
                && MayName(authority, command)
                && (command is EndDuties { Grid: null } ? own.All(IsMine) : own.IsEmpty || own.Any(IsMine)));

        bool IsMine(string placeCode) => authority.Has(Permission.ChangeReference, placeCode);
    }

    /// <summary>Whether every place that a command names is the caller's.</summary>
    public static bool MayName(Authority authority, WorkerCommand command) => Named(command).All(p => authority.Has(Permission.ChangeReference, p));

    /// <summary>The worker who leaves, and whoever directs incidents where one of the duties is.</summary>
    public static bool MayHandOver(Authority authority, Worker leaving) =>
        authority.IsSystem
        || Places(leaving).Any(p => authority.Has(Permission.DirectIncidents, p))
        || IncidentJurisdiction.IsWorker(authority, leaving.Id);

    /// <summary>A county's word about a worker: every place at which a duty begins or ends.</summary>
    /// <param name="known">Null for somebody whom nobody knows yet.</param>
    public static bool MayAppoint(Authority authority, Worker? known, Worker worker)
    {
        var before = known?.Duties ?? [];
        return authority.Has(Permission.ChangeReference)
            && before.Except(worker.Duties).Concat(worker.Duties.Except(before)).All(d => authority.Has(Permission.ChangeReference, d.Post.PlaceCode));
    }

    private static ImmutableArray<string> Named(WorkerCommand command) => command switch
    {
        AppointWorker c => [c.Grid.ToString()],
        TransferWorker c => [c.From.ToString(), c.To.ToString()],
        EndDuties { Grid: { } grid } => [grid.ToString()],
        SetShifts c => [c.Grid.ToString()],
        CoverGrid c => [c.Grid.ToString()],
        VerifyWorker c => [c.By.PlaceCode],
        _ => [],
    };

    private static ImmutableArray<string> Places(Worker worker) => worker.Duties.IsEmpty && worker.Eligibility is { By: var centre }
        ? [centre.PlaceCode]
        : [.. worker.Duties.Select(d => d.Post.PlaceCode).Distinct()];
}
