using GridActors.Core.Incidents;

namespace GridActors.Storage.Record;

/// <summary>What proves an event and all that went before it: a hash over its columns and the hash of the event before it in its incident.</summary>
public static class EventHash
{
    /// <summary>What is hashed besides texts and body.</summary>
    private const int FixedLength = 128;

    /// <param name="previous">Of the event before it in the incident; <see cref="RecordHash.None"/> for the first one.</param>
    /// <param name="version">Of the incident with this event.</param>
    /// <param name="body">The very bytes that are stored.</param>
    public static RecordHash Of(RecordHash previous, IncidentId id, int version, string kind, ReadOnlySpan<byte> body, DateTimeOffset at, string actor)
    {
        var content = new RecordWriter("gridactors.event.1\n"u8, FixedLength + kind.Length + actor.Length + body.Length);
        content.Add(previous);
        content.Add(id.Value);
        content.Add(version);
        content.Add(MicrosecondsOf(at));
        content.Add(kind);
        content.Add(actor);
        content.AddList(body);
        return content.ToHash();
    }

    /// <summary>Since 1970 UTC: finer than what is stored, so that a changed fraction of a millisecond is a change.</summary>
    internal static long MicrosecondsOf(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;
}
