using GridActors.Core.Incidents;
using GridActors.Storage.Record;

namespace GridActors.Storage.Incidents;

/// <summary>Where an incident stands, and what its next event follows.</summary>
/// <param name="Hash">Of its last event.</param>
public sealed record IncidentHead(Incident State, RecordHash Hash);
