using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Incidents;

namespace GridActors.Core.Webhooks;

/// <summary>Which events a subscription is about. An empty list leaves nothing out.</summary>
/// <param name="Items">With <paramref name="Groups"/>: one of either is enough.</param>
/// <param name="Groups">The first two digits of items.</param>
/// <param name="Phases">Of the incident once the event had happened.</param>
/// <param name="Kinds">Of events, as the timeline names them: <c>reported</c>, <c>escalated</c>.</param>
public sealed record WebhookFilter(
    ImmutableArray<ItemCode> Items,
    ImmutableArray<int> Groups,
    ImmutableArray<IncidentPhase> Phases,
    ImmutableArray<string> Kinds)
{
    /// <summary>Every event.</summary>
    public static WebhookFilter All { get; } = new([], [], [], []);

    /// <summary>Whether an event of this kind can pass at all, whatever the incident.</summary>
    public bool HasKind(string kind) => Kinds.IsEmpty || Kinds.Contains(kind);

    /// <param name="incident">Once the event had happened.</param>
    public bool Matches(Incident incident, string kind) =>
        HasKind(kind)
        && (Phases.IsEmpty || Phases.Contains(incident.Phase))
        && ((Items.IsEmpty && Groups.IsEmpty) || Items.Contains(incident.Item.Code) || Groups.Contains(incident.Item.Code.Group));
}
