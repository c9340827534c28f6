using GridActors.Core.Incidents;
using GridActors.Storage.Record;

namespace GridActors.Storage.Incidents;

/// <summary>An event as it is stored.</summary>
/// <param name="Version">Of the incident with this event.</param>
/// <param name="Body">JSON in UTF-8.</param>
/// <param name="Hash">See <see cref="EventHash"/>.</param>
public sealed record EventRow(int Version, string Kind, byte[] Body, DateTimeOffset At, string Actor, RecordHash Hash)
{
    /// <param name="previous">The hash of the event before it.</param>
    public static EventRow Of(RecordHash previous, IncidentId id, int version, IncidentEvent change)
    {
        var (kind, body, actor) = (IncidentEventKinds.KindOf(change), IncidentEventKinds.Write(change), change.By.ToString());
        return new EventRow(version, kind, body, change.At, actor, EventHash.Of(previous, id, version, kind, body, change.At, actor));
    }
}
