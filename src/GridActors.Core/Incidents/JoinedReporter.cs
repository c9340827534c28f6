namespace GridActors.Core.Incidents;

/// <summary>The reporter of another incident that was merged into this one; rating and thread stay with that other incident.</summary>
[GenerateSerializer, Immutable, Alias("joined-reporter")]
public sealed record JoinedReporter([property: Id(0)] IncidentId Incident, [property: Id(1)] TrackingCode TrackingCode);
