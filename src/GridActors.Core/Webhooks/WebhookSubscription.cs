using GridActors.Core.Divisions;
using GridActors.Core.Incidents;

namespace GridActors.Core.Webhooks;

/// <summary>Somebody who is told of events by HTTP. Its secret is kept apart.</summary>
/// <param name="Division">It is told of what is filed there and below, and of nothing else.</param>
/// <param name="Url">Where a POST goes.</param>
/// <param name="Pause">Null while it is told. What happens during a pause waits for its end, a day at most.</param>
/// <param name="FailingSince">The first of the attempts in a row that failed; null where the last one did not.</param>
/// <param name="PreviousSecretUntil">Until then deliveries are signed with the secret before as well; null where there was none.</param>
public sealed record WebhookSubscription(
    WebhookId Id,
    DivisionCode Division,
    string Url,
    WebhookFilter Filter,
    PauseReason? Pause,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FailingSince = null,
    DateTimeOffset? PreviousSecretUntil = null)
{
    /// <summary>The most that a division has.</summary>
    public const int MaxOfDivision = 100;

    /// <summary>How long the secret before goes on being used, once there is a new one.</summary>
    public static readonly TimeSpan SecretOverlap = TimeSpan.FromHours(24);

    /// <summary>
    /// Whether it is told of an event. An incident is where it is filed: one about oversight is filed at the lowest post that
    /// may see it, so nobody below hears of it.
    /// </summary>
    /// <param name="incident">Once the event had happened.</param>
    public bool Wants(Incident incident, string kind) =>
        incident.Place.PlaceCode.StartsWith(Division.Prefix, StringComparison.Ordinal) && Filter.Matches(incident, kind);
}
