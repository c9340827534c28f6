using System.Collections.Immutable;
using System.Globalization;
using GridActors.Core.Divisions;

namespace GridActors.Storage.Record;

/// <summary>Holds the checkpoints of a county against each other, against their signatures, and against copies that somebody kept.</summary>
/// <param name="keys">Whose signatures are believed.</param>
/// <param name="kept">Copies from elsewhere.</param>
internal sealed class CheckpointChain(DivisionCode county, ImmutableArray<RecordKey> keys, ImmutableArray<Checkpoint> kept)
{
    private readonly Dictionary<int, Checkpoint> _kept = kept.Where(c => c.County == county).GroupBy(c => c.Number).ToDictionary(g => g.Key, g => g.First());
    private Checkpoint? _last;

    public static string NameOf(Checkpoint checkpoint) => NameOf(checkpoint.County, checkpoint.Number);

    /// <summary>The next one, in order of the numbers.</summary>
    public IEnumerable<RecordFinding> Add(Checkpoint checkpoint)
    {
        var last = _last;
        _last = checkpoint;
        var expected = (last?.Number ?? 0) + 1;
        for (var number = expected; number < checkpoint.Number; number++)
        {
            yield return new RecordFinding(RecordFindingKind.Missing, NameOf(county, number), "it is not there");
        }

        if (SignatureProblem(checkpoint) is { } problem)
        {
            yield return problem;
        }
        else if (checkpoint.Number == expected && checkpoint.Previous != (last?.Digest ?? RecordHash.None))
        {
            yield return new RecordFinding(RecordFindingKind.Changed, NameOf(checkpoint), "it does not follow the checkpoint before it");
        }

        if (_kept.Remove(checkpoint.Number, out var copy) && copy.Digest != checkpoint.Digest)
        {
            yield return new RecordFinding(RecordFindingKind.Changed, NameOf(checkpoint), "it is not the one of which a copy was kept");
        }
    }

    /// <summary>Nothing more of the county is there.</summary>
    public IEnumerable<RecordFinding> End() =>
        _kept.Keys.Order().Select(number => new RecordFinding(RecordFindingKind.Missing, NameOf(county, number), "it is not there, and a copy of it was kept"));

    private RecordFinding? SignatureProblem(Checkpoint checkpoint) =>
        keys.FirstOrDefault(k => k.Id == checkpoint.KeyId) is not { } key
            ? new RecordFinding(RecordFindingKind.UnknownKey, NameOf(checkpoint), $"it was signed with key {checkpoint.KeyId}, which was not given")
            : key.Verifies(checkpoint) ? null
            : new RecordFinding(RecordFindingKind.Changed, NameOf(checkpoint), "its signature is not that of its content");

    private static string NameOf(DivisionCode county, int number) => string.Create(CultureInfo.InvariantCulture, $"county {county} checkpoint {number}");
}
