using System.Collections.Immutable;
using System.Security.Cryptography;
using GridActors.Core.Divisions;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Record;

/// <summary>Signs what was added to the journal: a checkpoint for each county with something new.</summary>
public sealed class RecordSigner(IRecordStore store, RecordKey key, TimeProvider clock)
{
    /// <summary>Events under the checkpoints of one stretch at most.</summary>
    public const int StretchSize = 10_000;

    /// <summary>The next stretch. Of two that sign the same one the first is written.</summary>
    /// <exception cref="JournalUnavailableException">The store failed; whether it was written says the position.</exception>
    public async Task<SignedStretch> SignNextAsync(CancellationToken ct)
    {
        var from = await store.ReadPositionAsync(ct);
        var events = await store.ReadAsync(from, StretchSize, ct);
        if (events.IsEmpty)
        {
            return new SignedStretch(0, 0, IsOvertaken: false, null);
        }

        var through = events[^1].Position;
        var checkpoints = ImmutableArray.CreateBuilder<ListedCheckpoint>();
        foreach (var county in events.Where(e => e.County != default).GroupBy(e => e.County, e => e.Event).OrderBy(g => g.Key))
        {
            checkpoints.Add(await SignAsync(county.Key, [.. county], from, through, ct));
        }

        var isWritten = await store.WriteAsync(new CheckpointBatch(from, through, checkpoints.ToImmutable()), ct);
        return new SignedStretch(events.Length, isWritten ? checkpoints.Count : 0, !isWritten, events[0].At);
    }

    private async Task<ListedCheckpoint> SignAsync(DivisionCode county, CoveredEvent[] events, FeedPosition from, FeedPosition through, CancellationToken ct)
    {
        var list = CoveredEvent.WriteAll(events);
        var last = await store.FindLastAsync(county, ct);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var (number, hash, previous) = ((last?.Number ?? 0) + 1, RecordHash.Read(SHA256.HashData(list)), last?.Digest ?? RecordHash.None);
        return new ListedCheckpoint(key.Sign(new Checkpoint(county, number, from, through, events.Length, hash, previous, now, key.Id, [])), list);
    }
}

/// <param name="Events">0 where nothing is new.</param>
/// <param name="Checkpoints">That were written.</param>
/// <param name="IsOvertaken">Whether somebody else signed these events first, and nothing was written.</param>
/// <param name="Oldest">When the first of the events happened.</param>
public readonly record struct SignedStretch(int Events, int Checkpoints, bool IsOvertaken, DateTimeOffset? Oldest)
{
    /// <summary>Whether there may be more.</summary>
    public bool IsFull => Events == RecordSigner.StretchSize;
}
