using GridActors.ApiHost.Access;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Webhooks;
using GridActors.Storage.Webhooks;

namespace GridActors.ApiHost.Webhooks;

/// <summary>Who keeps which subscription. One of a division that the caller's grants do not cover looks as if it did not exist.</summary>
internal static class WebhookAccess
{
    public static ProblemResult Unknown(string id) => ProblemResult.NotFound("unknown_webhook", $"There is no subscription {id}.");

    /// <returns>Null where there is none, or none for this caller.</returns>
    public static async Task<WebhookSubscription?> FindAsync(HttpContext http, string id, IWebhookSubscriptions subscriptions, CancellationToken ct) =>
        WebhookId.TryParse(id, out var webhook)
        && await subscriptions.FindAsync(webhook, ct) is { } found
        && http.GetCaller().Has(Permission.Administer, found.Division.ToString())
            ? found
            : null;
}
