using GridActors.Contracts.Access;
using GridActors.Core.Access;
using GridActors.Core.Workers;

namespace GridActors.Contracts.Workers;

/// <summary>Whose a badge is; whether it is valid the worker says. Key: <see cref="GrainKeys.Of(BadgeId)"/>.</summary>
[Alias("gridactors.badge"), Version(1)]
public interface IBadgeGrain : IGrainWithStringKey
{
    /// <summary>Null where no such badge was issued.</summary>
    [Alias("find-worker")]
    [Access(AccessKind.Known)]
    Task<WorkerId?> FindWorkerAsync(CancellationToken ct);

    /// <summary>Durable when it returns. Safe to repeat.</summary>
    [Alias("assign")]
    [Access(AccessKind.Anywhere, Permission = Permission.ChangeReference)]
    Task AssignAsync(WorkerId worker, CancellationToken ct);
}
