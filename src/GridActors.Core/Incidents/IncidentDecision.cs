using System.Collections.Immutable;

namespace GridActors.Core.Incidents;

/// <summary>What the rules answer: events to append, a refusal, or neither where there is nothing to do.</summary>
public readonly record struct IncidentDecision
{
    private readonly ImmutableArray<IncidentEvent> _events;

    private IncidentDecision(ImmutableArray<IncidentEvent> events, IncidentRefusal? refusal) => (_events, Refusal) = (events, refusal);

    public ImmutableArray<IncidentEvent> Events => _events.IsDefault ? [] : _events;

    public IncidentRefusal? Refusal { get; }

    /// <summary>Accepted, and the incident is already as it should be.</summary>
    public static IncidentDecision Nothing => default;

    public static IncidentDecision Accept(params ImmutableArray<IncidentEvent> events) => new(events, null);

    public static IncidentDecision Refuse(IncidentRefusal refusal) => new([], refusal);
}
