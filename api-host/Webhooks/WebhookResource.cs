using System.Collections.Immutable;
using System.Globalization;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Core.Webhooks;

namespace GridActors.ApiHost.Webhooks;

/// <summary>A subscription, without its secret.</summary>
/// <param name="DivisionCode">It is told of what is filed there and below.</param>
/// <param name="PausedBecause">Null where it is not paused.</param>
/// <param name="FailingSince">The first of the attempts in a row that failed; null where the last one did not.</param>
/// <param name="PreviousSecretUntil">Until then deliveries are signed with the secret before as well; null where they are not.</param>
public sealed record WebhookResource(
    WebhookId Id,
    DivisionCode DivisionCode,
    string Url,
    ImmutableArray<ItemCode> Items,
    ImmutableArray<string> Groups,
    ImmutableArray<IncidentPhase> Phases,
    ImmutableArray<string> Kinds,
    bool Paused,
    PauseReason? PausedBecause,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FailingSince,
    DateTimeOffset? PreviousSecretUntil)
{
    public static WebhookResource Of(WebhookSubscription subscription, DateTimeOffset now) => new(
        subscription.Id,
        subscription.Division,
        subscription.Url,
        subscription.Filter.Items,
        [.. subscription.Filter.Groups.Select(g => g.ToString("D2", CultureInfo.InvariantCulture))],
        subscription.Filter.Phases,
        subscription.Filter.Kinds,
        subscription.Pause is not null,
        subscription.Pause,
        subscription.CreatedAt,
        subscription.FailingSince,
        subscription.PreviousSecretUntil is { } until && until > now ? until : null);
}

/// <summary>A subscription with a secret that is told this once.</summary>
/// <param name="Secret">What deliveries are signed with, as Standard Webhooks writes it.</param>
public sealed record WebhookSecretResource(WebhookResource Webhook, string Secret);

/// <summary>Subscriptions in order of their ids.</summary>
/// <param name="NextCursor">Leads to the next page; null on the last.</param>
public sealed record WebhookPage(ImmutableArray<WebhookResource> Items, string? NextCursor);
