using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Refusals;

/// <summary>Reports that were refused because of what they ask for (Art. 15): off the list, or reserved to an authority. They never became incidents.</summary>
public interface IRefusedReports
{
    /// <summary>Durable when it returns. A refusal whose id is there already counts once.</summary>
    /// <exception cref="JournalUnavailableException">The store failed; nothing of these was written, or it is unknown.</exception>
    Task AppendAsync(ImmutableArray<RefusedReport> reports, CancellationToken ct);

    /// <summary>Newest first, then by id.</summary>
    /// <param name="after">Where the page before ended; null for the first page.</param>
    /// <param name="limit">1 to 500.</param>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<ImmutableArray<RefusedReport>> ListAsync(RefusalFilter filter, ListCursor? after, int limit, CancellationToken ct);

    /// <summary>In order of reason and item.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<ImmutableArray<RefusalCount>> CountAsync(RefusalFilter filter, CancellationToken ct);
}

/// <summary>One refusal: no description, nothing about a person.</summary>
/// <param name="Id">The same for the same report sent twice under one key.</param>
/// <param name="PlaceCode">The grid, or the county where no grid contains the place.</param>
/// <param name="ItemCode">As asked for.</param>
/// <param name="Channel">How it came in.</param>
public sealed record RefusedReport(IncidentId Id, DateTimeOffset At, string PlaceCode, ItemCode ItemCode, IncidentRefusal Reason, string Channel);

/// <param name="Under">Everything below this division; null for all.</param>
/// <param name="From">The first instant; null for no bound.</param>
/// <param name="To">The first instant behind the period; null for no bound.</param>
public sealed record RefusalFilter(DivisionCode? Under, DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>What whoever asks may see, as leading digits of places, none inside another; null for the platform itself.</summary>
    public ImmutableArray<string>? Within { get; init; }
}

public sealed record RefusalCount(IncidentRefusal Reason, ItemCode ItemCode, long Count);
