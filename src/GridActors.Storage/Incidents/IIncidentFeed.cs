using System.Collections.Immutable;
using GridActors.Core.Incidents;

namespace GridActors.Storage.Incidents;

/// <summary>The journal as a stream. A reader that keeps the position of the last event it dealt with misses none and sees none twice.</summary>
public interface IIncidentFeed
{
    /// <summary>Events behind a position, in the journal's order, which keeps the order of each incident.</summary>
    /// <param name="after"><see cref="FeedPosition.Start"/> for the first.</param>
    /// <param name="limit">1 to 10,000.</param>
    Task<ImmutableArray<FeedEvent>> ReadAsync(FeedPosition after, int limit, CancellationToken ct);
}

/// <summary>A place in the journal's order. Opaque to readers.</summary>
/// <param name="Transaction">0 on a store with one writer.</param>
public readonly record struct FeedPosition(ulong Transaction, long Position)
{
    public static FeedPosition Start => default;
}

/// <param name="Version">Of the incident, once the event is folded.</param>
public sealed record FeedEvent(FeedPosition Position, IncidentId Id, int Version, IncidentEvent Event);
