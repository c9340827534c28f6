using GridActors.Contracts.Access;
using GridActors.Core.Access;
using GridActors.Core.Incidents;
using Orleans.Concurrency;

namespace GridActors.Contracts.Incidents;

/// <summary>One incident. Its key is the incident's id.</summary>
[Alias("gridactors.incident"), Version(1)]
public interface IIncidentGrain : IGrainWithGuidKey
{
    /// <summary>
    /// Decides a command and makes its events durable in one journal write before answering. Safe to retry: a report
    /// answers the same incident; every other command does nothing once it has been carried out under its key, and without one is
    /// refused or does nothing.
    /// </summary>
    /// <param name="ifVersion">Refused as stale unless the incident is at this version; null for any.</param>
    /// <exception cref="GridActors.Contracts.Incidents.JournalBusyException">Nothing was written; try again after the time it names.</exception>
    [Alias("execute")]
    [Access(AccessKind.Judged)]
    Task<IncidentReply> ExecuteAsync(IncidentCommand command, int? ifVersion, CancellationToken ct);

    /// <summary>What a host asks before it sends a command; null where there is no incident. What was read for it is there for the command.</summary>
    /// <exception cref="GridActors.Contracts.Incidents.JournalBusyException">The journal cannot be read now.</exception>
    [Alias("find-access"), AlwaysInterleave]
    [Access(AccessKind.Known)]
    Task<IncidentAccess?> FindAccessAsync(CancellationToken ct);
}
