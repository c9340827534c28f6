using System.Collections.Immutable;
using GridActors.Core.Divisions;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Record;

/// <summary>Checkpoints, and how far the journal is covered by them. Both are written together: no event is in two of them, and none is left out.</summary>
public interface IRecordStore
{
    /// <summary>The last event that a checkpoint covers; <see cref="FeedPosition.Start"/> before the first.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<FeedPosition> ReadPositionAsync(CancellationToken ct);

    /// <summary>Events behind a position, in the journal's order, with their hashes; of an event from before the record the hash is made here.</summary>
    /// <param name="limit">1 to 10,000.</param>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<ImmutableArray<RecordedEvent>> ReadAsync(FeedPosition after, int limit, CancellationToken ct);

    /// <summary>The county's newest checkpoint; null before the first.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<Checkpoint?> FindLastAsync(DivisionCode county, CancellationToken ct);

    /// <summary>Adds the checkpoints, and moves the position. Durable once it returns true.</summary>
    /// <returns>False where the position is no longer the batch's first: somebody else covered it, and nothing was written.</returns>
    /// <exception cref="JournalUnavailableException">The store failed; whether it was written says the position.</exception>
    Task<bool> WriteAsync(CheckpointBatch batch, CancellationToken ct);

    /// <summary>A county's checkpoints in order of their numbers, without their lists.</summary>
    /// <param name="after">The last number of the page before; 0 for the first page.</param>
    /// <param name="limit">1 to 501.</param>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<ImmutableArray<Checkpoint>> ListAsync(DivisionCode county, int after, int limit, CancellationToken ct);
}

/// <param name="County">See <see cref="RecordCounty"/>.</param>
/// <param name="At">When it happened.</param>
public readonly record struct RecordedEvent(FeedPosition Position, DivisionCode County, DateTimeOffset At, CoveredEvent Event);
