using GridActors.Core.Incidents;

namespace GridActors.Core.Contacts;

/// <summary>On the record before anything is shown.</summary>
[GenerateSerializer, Immutable, Alias("incident.contact-shown.v1")]
public sealed record ContactShown(DateTimeOffset At, Actor By, [property: Id(0)] string Purpose) : IncidentEvent(At, By);
