using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Webhooks;

/// <summary>Where a subscription is told, and of what. A list that is empty or left out leaves nothing out.</summary>
public record WebhookBody
{
    /// <summary>An https address; deliveries are POSTed there. At most 2,048 characters.</summary>
    [Required]
    public string? Url { get; init; }

    /// <summary>Codes of items, four digits each. With groups: one of either is enough.</summary>
    public ImmutableArray<string?>? Items { get; init; }

    /// <summary>Groups of items: their first two digits.</summary>
    public ImmutableArray<string?>? Groups { get; init; }

    /// <summary>Phases that an incident is in once the event has happened.</summary>
    public ImmutableArray<IncidentPhase>? Phases { get; init; }

    /// <summary>Kinds of events as the timeline names them, such as <c>reported</c> or <c>escalated</c>.</summary>
    public ImmutableArray<string?>? Kinds { get; init; }
}

/// <summary>A new subscription.</summary>
public sealed record AddWebhookBody : WebhookBody
{
    /// <summary>The division that it belongs to: it is told of what is filed there and below.</summary>
    [Required]
    public string? DivisionCode { get; init; }
}

/// <summary>What a subscription is to be from now on, as a whole.</summary>
public sealed record ChangeWebhookBody : WebhookBody
{
    /// <summary>Whether nothing is sent. What happens meanwhile waits, for a day at most. Not paused where left out.</summary>
    public bool? Paused { get; init; }
}
