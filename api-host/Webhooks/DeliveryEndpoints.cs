using System.Collections.Immutable;
using GridActors.ApiHost.Json;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Webhooks;
using GridActors.Grains;
using GridActors.Storage.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace GridActors.ApiHost.Webhooks;

/// <summary>What became of the deliveries of a subscription, and those that were given up.</summary>
internal static class DeliveryEndpoints
{
    /// <summary>Dead letters of one transaction.</summary>
    private const int MaxReplayed = 500;

    /// <param name="webhooks">The subscriptions' group.</param>
    public static void MapDeliveries(this IEndpointRouteBuilder webhooks)
    {
        webhooks.MapGet("/{id}/deliveries", ListAsync)
            .WithName("ListDeliveries")
            .WithSummary("The deliveries of a subscription, newest first: those that wait, those of the last 7 days, dead letters of the last 30")
            .Answers<DeliveryPage>(StatusCodes.Status200OK)
            .Refuses(400, 401, 403, 404, 503)
            .DescribesWebhookId()
            .DescribesParameter("state", "Only deliveries in this state.", EndpointDocumentation.OneOf([.. Enum.GetValues<DeliveryState>().Select(ApiJson.NameOf)]))
            .DescribesWebhookPaging();
        webhooks.MapPost("/{id}/deliveries/{deliveryId}/replay", ReplayAsync)
            .WithName("ReplayDelivery")
            .WithSummary("Send a delivery again, with another 24 hours to succeed")
            .Answers<DeliveryResource>(StatusCodes.Status200OK)
            .Refuses(401, 403, 404, 503)
            .DescribesWebhookId()
            .DescribesParameter("deliveryId", "The delivery's id.", new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" });
        webhooks.MapPost("/{id}/deliveries/replay", ReplayDeadAsync)
            .WithName("ReplayDeadDeliveries")
            .WithSummary("Send every dead letter of a subscription again")
            .Answers<ReplayResource>(StatusCodes.Status200OK)
            .Refuses(401, 403, 404, 503)
            .DescribesWebhookId();
    }

    private static async Task<Results<Ok<DeliveryPage>, ProblemResult>> ListAsync(
        string id,
        [FromQuery(Name = "state")] string? state,
        [AsParameters] WebhookPaging paging,
        HttpContext http,
        IWebhookSubscriptions subscriptions,
        IWebhookDeliveries deliveries,
        CancellationToken ct)
    {
        if (await WebhookAccess.FindAsync(http, id, subscriptions, ct) is not { } webhook)
        {
            return WebhookAccess.Unknown(id);
        }

        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        var after = paging.Read(problems, out var limit);
        var wanted = WebhookPaging.ReadState(state, problems);
        if (problems.Count > 0)
        {
            return ProblemResult.BadRequest("invalid_query", problems.ToImmutable());
        }

        // One more than asked for says whether there is another page.
        var found = await deliveries.ListAsync(webhook.Id, wanted, after is { } last ? new DeliveryId(last) : null, limit + 1, ct);
        return TypedResults.Ok(new DeliveryPage([.. found.Take(limit).Select(DeliveryResource.Of)], found.Length > limit ? found[limit - 1].Id.ToString() : null));
    }

    private static async Task<Results<Ok<DeliveryResource>, ProblemResult>> ReplayAsync(
        string id, string deliveryId, HttpContext http, IWebhookSubscriptions subscriptions, IWebhookDeliveries deliveries, TimeProvider clock, CancellationToken ct)
    {
        if (await WebhookAccess.FindAsync(http, id, subscriptions, ct) is not { } webhook)
        {
            return WebhookAccess.Unknown(id);
        }

        return DeliveryId.TryParse(deliveryId, out var delivery) && await deliveries.ReplayAsync(webhook.Id, delivery, clock.NowInMilliseconds(), ct) is { } replayed
            ? TypedResults.Ok(DeliveryResource.Of(replayed))
            : ProblemResult.NotFound("unknown_delivery", $"The subscription has no delivery {deliveryId}, or no longer.");
    }

    private static async Task<Results<Ok<ReplayResource>, ProblemResult>> ReplayDeadAsync(
        string id, HttpContext http, IWebhookSubscriptions subscriptions, IWebhookDeliveries deliveries, TimeProvider clock, CancellationToken ct)
    {
        if (await WebhookAccess.FindAsync(http, id, subscriptions, ct) is not { } webhook)
        {
            return WebhookAccess.Unknown(id);
        }

        var (replayed, last) = (0, 0);
        do
        {
            last = await deliveries.ReplayDeadAsync(webhook.Id, clock.NowInMilliseconds(), MaxReplayed, ct);
            replayed += last;
        }
        while (last == MaxReplayed);

        return TypedResults.Ok(new ReplayResource(replayed));
    }
}
