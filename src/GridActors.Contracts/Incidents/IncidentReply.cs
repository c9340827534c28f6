using GridActors.Core.Incidents;

namespace GridActors.Contracts.Incidents;

/// <summary>What became of a command.</summary>
/// <param name="Incident">The incident afterwards; null where there is none.</param>
/// <param name="Refusal">Why nothing was done; null where it was done, or was so already.</param>
/// <param name="Changed">Whether this call appended events.</param>
[GenerateSerializer, Immutable, Alias("incident-reply")]
public sealed record IncidentReply(
    [property: Id(0)] Incident? Incident,
    [property: Id(1)] IncidentRefusal? Refusal,
    [property: Id(2)] bool Changed);
