using GridActors.Core.Incidents;

namespace GridActors.Storage.Record;

/// <summary>The hashes of an incident's events, each of which follows from the one before it.</summary>
public static class RecordChain
{
    /// <summary>The hash of each event: the stored one, or made where there is none.</summary>
    /// <param name="rows">All of the incident's, in order of their versions.</param>
    public static IEnumerable<(RecordedRow Row, RecordHash Hash)> Follow(IncidentId id, IEnumerable<RecordedRow> rows)
    {
        var previous = RecordHash.None;
        foreach (var row in rows)
        {
            previous = row.Hash ?? row.HashBehind(previous, id);
            yield return (row, previous);
        }
    }

    /// <summary>What the incident's next event follows; <see cref="RecordHash.None"/> where it has no events.</summary>
    public static RecordHash HeadOf(IncidentId id, IEnumerable<RecordedRow> rows) => Follow(id, rows).LastOrDefault().Hash;
}
