using System.Collections.Immutable;
using GridActors.Core.Divisions;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Record;

/// <summary>
/// What a county's record was at an instant, signed: the events of one stretch of the journal, and by the checkpoint before it all that
/// went before. Whoever keeps a copy can prove later that nothing of it was changed or taken away.
/// </summary>
/// <param name="Number">From 1 up, in a county without gaps.</param>
/// <param name="From">Where the stretch begins: behind this position. All counties have the same stretches.</param>
/// <param name="Through">The last position of the stretch.</param>
/// <param name="Count">Events of the county in it, at least 1.</param>
/// <param name="ListHash">SHA-256 of the list of these events, in the journal's order.</param>
/// <param name="Previous">The <see cref="Digest"/> of the checkpoint before it; <see cref="RecordHash.None"/> for the first one.</param>
/// <param name="At">When it was signed; whole milliseconds.</param>
/// <param name="KeyId">Which key signed it.</param>
/// <param name="Signature">ECDSA on P-256 over <see cref="ToSigned"/>, hashed by SHA-256, as 64 bytes (IEEE P1363).</param>
public sealed record Checkpoint(
    DivisionCode County,
    int Number,
    FeedPosition From,
    FeedPosition Through,
    int Count,
    RecordHash ListHash,
    RecordHash Previous,
    DateTimeOffset At,
    string KeyId,
    ImmutableArray<byte> Signature)
{
    private const int Length = 192;

    /// <summary>The hash of <see cref="ToSigned"/>.</summary>
    public RecordHash Digest => Signed().ToHash();

    /// <summary>Everything but the signature.</summary>
    public byte[] ToSigned() => Signed().ToBytes();

    private RecordWriter Signed()
    {
        var content = new RecordWriter("gridactors.checkpoint.1\n"u8, Length);
        content.Add(County.ToString());
        content.Add(Number);
        content.Add(From.Transaction);
        content.Add(From.Position);
        content.Add(Through.Transaction);
        content.Add(Through.Position);
        content.Add(Count);
        content.Add(ListHash);
        content.Add(Previous);
        content.Add(EventHash.MicrosecondsOf(At));
        content.Add(KeyId);
        return content;
    }
}

/// <param name="List">The events that it covers, see <see cref="CoveredEvent.WriteAll"/>.</param>
public sealed record ListedCheckpoint(Checkpoint Checkpoint, byte[] List);

/// <summary>The checkpoints of one stretch of the journal, one of each county that has events in it.</summary>
public sealed record CheckpointBatch(FeedPosition From, FeedPosition To, ImmutableArray<ListedCheckpoint> Checkpoints);
