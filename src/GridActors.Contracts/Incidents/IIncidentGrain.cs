using GridActors.Core.Incidents;

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
    Task<IncidentReply> ExecuteAsync(IncidentCommand command, int? ifVersion, CancellationToken ct);
}
