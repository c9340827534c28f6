using System.Collections.Immutable;
using GridActors.Core.Incidents;

namespace GridActors.Storage.Incidents;

/// <summary>
/// The one memory of incidents: head row, events and next deadline of an incident, written together or not at all.
/// </summary>
public interface IIncidentJournal
{
    /// <summary>Appends the events of one command. Durable once it returns <see cref="AppendResult.Appended"/>.</summary>
    /// <returns><see cref="AppendResult.Conflict"/> where the incident is not at the expected version; nothing was written then.</returns>
    /// <exception cref="JournalFullException">Too many appends are waiting; nothing was written.</exception>
    /// <exception cref="JournalUnavailableException">The store failed; whether this append was written is unknown until it is read again.</exception>
    Task<AppendResult> AppendAsync(IncidentAppend append, CancellationToken ct);

    /// <summary>The incident as of its last append; null where there is none.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<Incident?> FindAsync(IncidentId id, CancellationToken ct);

    /// <summary>The same with the hash that its next append follows, for whoever makes that. Of an incident from before the record the hash is made here.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<IncidentHead?> LoadAsync(IncidentId id, CancellationToken ct);

    /// <summary>All events of an incident, oldest first; empty where there is none.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<ImmutableArray<IncidentEvent>> ReadEventsAsync(IncidentId id, CancellationToken ct);
}
