using System.Collections.Immutable;
using System.Globalization;
using GridActors.Core.Divisions;
using GridActors.Storage.Incidents;
using GridActors.Storage.Record;

namespace GridActors.ApiHost.Record;

/// <summary>Checkpoints of a county. Keep what you are shown: <c>gridactors verify --kept</c> holds the record against it later.</summary>
/// <param name="Items">In order of their numbers.</param>
/// <param name="NextCursor">Leads to the next page; null on the last.</param>
public sealed record CheckpointPage(ImmutableArray<CheckpointResource> Items, string? NextCursor);

/// <summary>What a county's record was when it was signed. docs/record.md says how to check it.</summary>
/// <param name="Number">From 1 up, without gaps.</param>
/// <param name="From">Where its stretch of the journal begins: behind this position.</param>
/// <param name="Through">The last position of the stretch.</param>
/// <param name="Count">Events of the county in it.</param>
/// <param name="ListHash">SHA-256 over the list of them.</param>
/// <param name="Previous">SHA-256 of the checkpoint before it; zeros for the first.</param>
/// <param name="Digest">SHA-256 of this one.</param>
/// <param name="KeyId">The first 16 digits of the SHA-256 of the public key.</param>
/// <param name="Signature">ECDSA on P-256 with SHA-256, 64 bytes in base 64.</param>
public sealed record CheckpointResource(
    DivisionCode County,
    int Number,
    JournalPosition From,
    JournalPosition Through,
    int Count,
    string ListHash,
    string Previous,
    DateTimeOffset At,
    string Digest,
    string KeyId,
    string Signature)
{
    public static CheckpointResource Of(Checkpoint checkpoint) => new(
        checkpoint.County,
        checkpoint.Number,
        JournalPosition.Of(checkpoint.From),
        JournalPosition.Of(checkpoint.Through),
        checkpoint.Count,
        checkpoint.ListHash.ToString(),
        checkpoint.Previous.ToString(),
        checkpoint.At,
        checkpoint.Digest.ToString(),
        checkpoint.KeyId,
        Convert.ToBase64String(checkpoint.Signature.AsSpan()));
}

/// <param name="Transaction">0 on an embedded store. Digits as text: it may be larger than a number of JavaScript.</param>
/// <param name="Position">Digits as text, too.</param>
public sealed record JournalPosition(string Transaction, string Position)
{
    public static JournalPosition Of(FeedPosition position) =>
        new(position.Transaction.ToString(CultureInfo.InvariantCulture), position.Position.ToString(CultureInfo.InvariantCulture));
}
