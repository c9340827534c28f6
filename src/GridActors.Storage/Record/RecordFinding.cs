namespace GridActors.Storage.Record;

/// <summary>Something about the record that is not as it was written.</summary>
/// <param name="Where">The incident with its event, or the county with its checkpoint.</param>
/// <param name="What">One line.</param>
public sealed record RecordFinding(RecordFindingKind Kind, string Where, string What);

public enum RecordFindingKind
{
    /// <summary>Something is not what it was when its hash or signature was made.</summary>
    Changed,

    /// <summary>Something is gone.</summary>
    Missing,

    /// <summary>Something is there that was not written when it says it was.</summary>
    Added,

    /// <summary>It is there, and not where it was.</summary>
    Moved,

    /// <summary>It was signed with a key that whoever checks does not know.</summary>
    UnknownKey,
}
