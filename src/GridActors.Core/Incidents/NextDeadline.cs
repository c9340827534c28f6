namespace GridActors.Core.Incidents;

/// <summary>The one deadline that an open incident waits for.</summary>
[GenerateSerializer, Immutable, Alias("next-deadline")]
public sealed record NextDeadline([property: Id(0)] DeadlineKind Kind, [property: Id(1)] DateTimeOffset DueAt);
