using System.Collections.Immutable;
using GridActors.Core.Measures;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Measures;

/// <summary>
/// What incidents contribute to the figures, a row each, and how far the journal has been counted. Both are written together: nothing
/// is counted twice, whoever counts and whenever it crashes.
/// </summary>
public interface IMeasureStore
{
    /// <summary>The last event counted; <see cref="FeedPosition.Start"/> before the first.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<FeedPosition> ReadPositionAsync(CancellationToken ct);

    /// <summary>Replaces what these incidents contribute, and moves the position. Durable once it returns true.</summary>
    /// <returns>False where the position is no longer the batch's first: somebody else counted, and nothing was written.</returns>
    /// <exception cref="JournalUnavailableException">The store failed; whether it was written says the position.</exception>
    Task<bool> WriteAsync(MeasureBatch batch, CancellationToken ct);

    /// <summary>Sums in order of their keys. A key without a contribution has no sum.</summary>
    /// <param name="after">The last key of the page before; null for the first page.</param>
    /// <param name="limit">How many keys: 1 to 5,001.</param>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<ImmutableArray<MeasureSum>> SumAsync(MeasureFilter filter, MeasureGrouping grouping, string? after, int limit, CancellationToken ct);

    /// <summary>What a figure is made of, in order of day, incident and occurrence.</summary>
    /// <param name="after">Where the page before ended; null for the first page.</param>
    /// <param name="limit">1 to 500.</param>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<ImmutableArray<MeasureEntry>> ListAsync(MeasureFilter filter, MeasureFigure figure, MeasureEntryCursor? after, int limit, CancellationToken ct);
}
