using System.Collections.Immutable;
using System.Security.Cryptography;

namespace GridActors.Storage.Record;

/// <summary>Holds a stretch of the journal against the checkpoints that cover it: every event is in one list, as it was, and in its order.</summary>
internal sealed class StretchCheck
{
    private readonly ImmutableArray<RecordedEvent> _events;
    private readonly Dictionary<(Guid Id, int Version), int> _places = [];
    private readonly HashSet<int> _covered = [];
    private readonly ImmutableArray<RecordFinding>.Builder _findings = ImmutableArray.CreateBuilder<RecordFinding>();

    private StretchCheck(ImmutableArray<RecordedEvent> events)
    {
        _events = events;
        for (var place = 0; place < events.Length; place++)
        {
            _places[(events[place].Event.Id.Value, events[place].Event.Version)] = place;
        }
    }

    /// <param name="events">Those that are in the journal, in its order.</param>
    /// <param name="checkpoints">Those of this stretch.</param>
    public static ImmutableArray<RecordFinding> Of(ImmutableArray<RecordedEvent> events, ImmutableArray<ListedCheckpoint> checkpoints)
    {
        var check = new StretchCheck(events);
        foreach (var listed in checkpoints)
        {
            check.Hold(listed);
        }

        for (var place = 0; place < events.Length; place++)
        {
            if (!check._covered.Contains(place))
            {
                check.Add(RecordFindingKind.Added, events[place].Event, "no checkpoint of its time covers it");
            }
        }

        return check._findings.ToImmutable();
    }

    private void Hold(ListedCheckpoint listed)
    {
        var checkpoint = listed.Checkpoint;
        if (CoveredEvent.ReadAll(listed.List) is not { } list || list.Length != checkpoint.Count || RecordHash.Read(SHA256.HashData(listed.List)) != checkpoint.ListHash)
        {
            _findings.Add(new RecordFinding(RecordFindingKind.Changed, CheckpointChain.NameOf(checkpoint), "its list of events is not the one that was signed"));
            return;
        }

        var last = -1;
        foreach (var covered in list)
        {
            if (!_places.TryGetValue((covered.Id.Value, covered.Version), out var place))
            {
                Add(RecordFindingKind.Missing, covered, $"{CheckpointChain.NameOf(checkpoint)} covers it, and it is not in its place in the journal");
                continue;
            }

            _covered.Add(place);
            if (_events[place].Event.Hash != covered.Hash)
            {
                Add(RecordFindingKind.Changed, covered, $"it is not the one that {CheckpointChain.NameOf(checkpoint)} covers");
            }

            if (place < last)
            {
                Add(RecordFindingKind.Moved, covered, $"{CheckpointChain.NameOf(checkpoint)} has it behind the one that now follows");
            }

            last = Math.Max(place, last);
        }
    }

    private void Add(RecordFindingKind kind, CoveredEvent covered, string what) => _findings.Add(new RecordFinding(kind, IncidentCheck.NameOf(covered.Id, covered.Version), what));
}
