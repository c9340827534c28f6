using System.Collections.Immutable;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.Grains.Incidents;

/// <summary>A follower that reads what happened, and asks again every second.</summary>
/// <param name="parts">See <see cref="JournalFollower"/>.</param>
public abstract class EventFollower(IIncidentFeed feed, IIncidentJournal journal, int parts) : JournalFollower(parts, TimeSpan.FromSeconds(1))
{
    /// <summary>Events of one transaction, which holds an embedded store's write lock: a report waits that long at most.</summary>
    private const int BatchSize = 100;

    /// <summary>The events of the next batch.</summary>
    protected Task<ImmutableArray<FeedEvent>> ReadPageAsync(FeedPosition from, CancellationToken ct) => feed.ReadAsync(from, BatchSize, ct);

    /// <summary>
    /// The whole life of the incident that these events of a page are of: the page's own where it begins with the report, and otherwise the
    /// journal's, which may have gone on since.
    /// </summary>
    protected async Task<ImmutableArray<IncidentEvent>> ReadLifeAsync(IGrouping<IncidentId, FeedEvent> changes, CancellationToken ct) =>
        changes.First().Event is IncidentReported ? [.. changes.Select(c => c.Event)] : await journal.ReadEventsAsync(changes.Key, ct);
}
