using System.Collections.Immutable;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;

namespace GridActors.Core.Workers;

/// <summary>Something that the township or county wants changed about a worker.</summary>
[GenerateSerializer, Immutable, Alias("worker-command")]
public abstract record WorkerCommand;

/// <summary>Puts a worker in a grid, in place of what they are there until then.</summary>
/// <param name="From">Now or later; null for now.</param>
[GenerateSerializer, Immutable, Alias("appoint-worker")]
public sealed record AppointWorker(
    [property: Id(0)] GridCode Grid,
    [property: Id(1)] WorkerRole Role,
    [property: Id(2)] ImmutableArray<Shift> Shifts,
    [property: Id(3)] DateTimeOffset? From = null) : WorkerCommand;

/// <summary>Moves a worker to another grid, with role and shifts.</summary>
/// <param name="At">Now or later; null for now.</param>
[GenerateSerializer, Immutable, Alias("transfer-worker")]
public sealed record TransferWorker(
    [property: Id(0)] GridCode From,
    [property: Id(1)] GridCode To,
    [property: Id(2)] DateTimeOffset? At = null) : WorkerCommand;

/// <summary>Ends duties and covers in a grid.</summary>
/// <param name="Grid">Null for every grid.</param>
/// <param name="At">Now or later; null for now.</param>
[GenerateSerializer, Immutable, Alias("end-duties")]
public sealed record EndDuties([property: Id(0)] GridCode? Grid = null, [property: Id(1)] DateTimeOffset? At = null) : WorkerCommand;

/// <summary>Other daily hours in a grid, from now on.</summary>
[GenerateSerializer, Immutable, Alias("set-shifts")]
public sealed record SetShifts([property: Id(0)] GridCode Grid, [property: Id(1)] ImmutableArray<Shift> Shifts) : WorkerCommand;

/// <summary>Stands in at another grid for a time, beside the own one.</summary>
/// <param name="Shifts">Empty for the worker's own.</param>
/// <param name="From">Now or later; null for now.</param>
[GenerateSerializer, Immutable, Alias("cover-grid")]
public sealed record CoverGrid(
    [property: Id(0)] GridCode Grid,
    [property: Id(1)] DateTimeOffset Until,
    [property: Id(2)] ImmutableArray<Shift> Shifts,
    [property: Id(3)] DateTimeOffset? From = null) : WorkerCommand;

/// <summary>A centre vouches that the worker may be one (Art. 11).</summary>
/// <param name="NotCommitteeLeader">And that the worker does not lead the village committee; false says nothing about it.</param>
[GenerateSerializer, Immutable, Alias("verify-worker")]
public sealed record VerifyWorker([property: Id(0)] Post By, [property: Id(1)] bool NotCommitteeLeader = false) : WorkerCommand;

/// <param name="Id">Drawn by the caller; kept only where a badge is issued.</param>
/// <param name="ExpiresAt">Later than now, by five years at most.</param>
[GenerateSerializer, Immutable, Alias("issue-badge")]
public sealed record IssueBadge([property: Id(0)] BadgeId Id, [property: Id(1)] DateTimeOffset ExpiresAt) : WorkerCommand;

[GenerateSerializer, Immutable, Alias("revoke-badge")]
public sealed record RevokeBadge([property: Id(0)] string Reason) : WorkerCommand;
