using System.Collections.Immutable;
using GridActors.ApiHost.Access;
using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Divisions;
using GridActors.Core.Webhooks;
using GridActors.Grains;
using GridActors.Grains.Divisions;
using GridActors.Hosting.Webhooks;
using GridActors.Storage.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace GridActors.ApiHost.Webhooks;

/// <summary>Subscriptions: who is told of events by HTTP.</summary>
internal static class WebhookEndpoints
{
    private const string Path = "/v1/webhooks";
    private const string Uuid = "uuid";

    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var webhooks = routes.MapGroup(Path).WithTags("Webhooks").Needs(Permission.Administer);
        webhooks.MapPost("", AddAsync)
            .WithName("AddWebhook")
            .WithSummary("Have a receiver told of what happens in a division")
            .WithDescription("The secret is answered here and never again. A division has at most 100 subscriptions.")
            .NeedsBody()
            .Answers<WebhookSecretResource>(StatusCodes.Status201Created)
            .Refuses(400, 401, 403, 409, 413, 415, 422, 503)
            .AnswersWithHeader("Location", "The subscription.", StatusCodes.Status201Created);
        webhooks.MapGet("", ListAsync)
            .WithName("ListWebhooks")
            .WithSummary("The subscriptions of the divisions that the caller administers")
            .Answers<WebhookPage>(StatusCodes.Status200OK)
            .Refuses(400, 401, 403, 503)
            .DescribesWebhookPaging();
        webhooks.MapGet("/{id}", FindAsync)
            .WithName("FindWebhook")
            .WithSummary("A subscription")
            .Answers<WebhookResource>(StatusCodes.Status200OK)
            .Refuses(401, 403, 404, 503)
            .DescribesWebhookId();
        webhooks.MapChanges();
        webhooks.MapDeliveries();
    }

    public static RouteHandlerBuilder DescribesWebhookId(this RouteHandlerBuilder endpoint) =>
        endpoint.DescribesParameter("id", "The subscription's id.", new OpenApiSchema { Type = JsonSchemaType.String, Format = Uuid });

    public static RouteHandlerBuilder DescribesWebhookPaging(this RouteHandlerBuilder endpoint) => endpoint
        .DescribesParameter("limit", "The size of a page.", EndpointDocumentation.WholeNumber(1, IncidentListQuery.MaxLimit, IncidentListQuery.DefaultLimit))
        .DescribesParameter("cursor", "The nextCursor of the page before.", new OpenApiSchema { Type = JsonSchemaType.String });

    private static void MapChanges(this IEndpointRouteBuilder webhooks)
    {
        webhooks.MapPut("/{id}", ChangeAsync)
            .WithName("ChangeWebhook")
            .WithSummary("Change where a subscription is told and of what, pause it, or have it go on")
            .NeedsBody()
            .Answers<WebhookResource>(StatusCodes.Status200OK)
            .Refuses(400, 401, 403, 404, 413, 415, 503)
            .DescribesWebhookId();
        webhooks.MapDelete("/{id}", RemoveAsync)
            .WithName("RemoveWebhook")
            .WithSummary("Remove a subscription with all its deliveries")
            .Answers<WebhookResource>(StatusCodes.Status200OK)
            .Refuses(401, 403, 404, 503)
            .DescribesWebhookId();
        webhooks.MapPost("/{id}/rotate-secret", RotateAsync)
            .WithName("RotateWebhookSecret")
            .WithSummary("Give a subscription another secret; for 24 hours deliveries are signed with both")
            .Answers<WebhookSecretResource>(StatusCodes.Status200OK)
            .Refuses(401, 403, 404, 503)
            .DescribesWebhookId();
    }

    private static async Task<Results<Created<WebhookSecretResource>, ProblemResult>> AddAsync(
        [FromBody] AddWebhookBody? body,
        HttpContext http,
        IWebhookSubscriptions subscriptions,
        SecretKeys keys,
        IOptions<WebhookOptions> options,
        IRegionDirectory directory,
        TimeProvider clock,
        CancellationToken ct)
    {
        var reader = new WebhookReader(options.Value);
        var given = body ?? new AddWebhookBody();
        var now = clock.NowInMilliseconds();
        var added = new WebhookSubscription(
            new WebhookId(Guid.CreateVersion7(now)), reader.Division(given.DivisionCode), reader.Url(given.Url), reader.Filter(given), Pause: null, now);
        if (!reader.Problems.IsEmpty)
        {
            return ProblemResult.BadRequest("invalid_webhook", reader.Problems);
        }

        if (Refuse(http.GetCaller(), added.Division, await directory.AtLeastAsync(0, ct), keys) is { } refusal)
        {
            return refusal;
        }

        var secret = WebhookSignatures.FreshSecret();
        return await subscriptions.AddAsync(added, keys.Seal(added.Id, secret), ct)
            ? TypedResults.Created($"{Path}/{added.Id}", Tell(http, added, secret, now))
            : new ProblemResult(StatusCodes.Status409Conflict, "too_many_webhooks", $"A division has at most {WebhookSubscription.MaxOfDivision} subscriptions.");
    }

    /// <summary>Scope first: whether a division exists is nobody's business who does not administer it.</summary>
    private static ProblemResult? Refuse(Caller caller, DivisionCode division, RegionSnapshot region, SecretKeys keys) =>
        !caller.Has(Permission.Administer, division.ToString()) ? new ProblemResult(StatusCodes.Status403Forbidden, "forbidden", $"You do not administer division {division}.")
        : region.Find(division) is null ? ProblemResult.Unprocessable("unknown_division", new FieldProblem("divisionCode", "unknown_division", $"There is no division {division}."))
        : keys.CanSeal ? null
        : WithoutKey();

    private static async Task<Results<Ok<WebhookPage>, ProblemResult>> ListAsync(
        [AsParameters] WebhookPaging paging, HttpContext http, IWebhookSubscriptions subscriptions, TimeProvider clock, CancellationToken ct)
    {
        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        var after = paging.Read(problems, out var limit);
        if (problems.Count > 0)
        {
            return ProblemResult.BadRequest("invalid_query", problems.ToImmutable());
        }

        // One more than asked for says whether there is another page.
        var found = await subscriptions.ListAsync(ReadScope.PlacesOf(http.GetCaller(), Permission.Administer), after is { } last ? new WebhookId(last) : null, limit + 1, ct);
        var now = clock.GetUtcNow();
        return TypedResults.Ok(new WebhookPage([.. found.Take(limit).Select(s => WebhookResource.Of(s, now))], found.Length > limit ? found[limit - 1].Id.ToString() : null));
    }

    private static async Task<Results<Ok<WebhookResource>, ProblemResult>> FindAsync(
        string id, HttpContext http, IWebhookSubscriptions subscriptions, TimeProvider clock, CancellationToken ct) =>
        Answer(id, await WebhookAccess.FindAsync(http, id, subscriptions, ct), clock);

    private static async Task<Results<Ok<WebhookResource>, ProblemResult>> ChangeAsync(
        string id,
        [FromBody] ChangeWebhookBody? body,
        HttpContext http,
        IWebhookSubscriptions subscriptions,
        IOptions<WebhookOptions> options,
        TimeProvider clock,
        CancellationToken ct)
    {
        if (await WebhookAccess.FindAsync(http, id, subscriptions, ct) is not { } found)
        {
            return WebhookAccess.Unknown(id);
        }

        var reader = new WebhookReader(options.Value);
        var given = body ?? new ChangeWebhookBody();
        var (url, filter) = (reader.Url(given.Url), reader.Filter(given));
        if (!reader.Problems.IsEmpty)
        {
            return ProblemResult.BadRequest("invalid_webhook", reader.Problems);
        }

        PauseReason? pause = given.Paused is true ? found.Pause ?? PauseReason.Requested : null;
        return Answer(id, await subscriptions.ChangeAsync(found.Id, url, filter, pause, ct), clock);
    }

    private static async Task<Results<Ok<WebhookResource>, ProblemResult>> RemoveAsync(
        string id, HttpContext http, IWebhookSubscriptions subscriptions, TimeProvider clock, CancellationToken ct)
    {
        var found = await WebhookAccess.FindAsync(http, id, subscriptions, ct);
        return Answer(id, found is not null && await subscriptions.RemoveAsync(found.Id, ct) ? found : null, clock);
    }

    private static async Task<Results<Ok<WebhookSecretResource>, ProblemResult>> RotateAsync(
        string id, HttpContext http, IWebhookSubscriptions subscriptions, SecretKeys keys, TimeProvider clock, CancellationToken ct)
    {
        if (await WebhookAccess.FindAsync(http, id, subscriptions, ct) is not { } found)
        {
            return WebhookAccess.Unknown(id);
        }

        if (!keys.CanSeal)
        {
            return WithoutKey();
        }

        var (secret, now) = (WebhookSignatures.FreshSecret(), clock.NowInMilliseconds());
        return await subscriptions.RotateAsync(found.Id, keys.Seal(found.Id, secret), now + WebhookSubscription.SecretOverlap, ct) is { } rotated
            ? TypedResults.Ok(Tell(http, rotated, secret, now))
            : WebhookAccess.Unknown(id);
    }

    private static Results<Ok<WebhookResource>, ProblemResult> Answer(string id, WebhookSubscription? found, TimeProvider clock) =>
        found is null ? WebhookAccess.Unknown(id) : TypedResults.Ok(WebhookResource.Of(found, clock.GetUtcNow()));

    /// <summary>No cache on the way keeps a secret.</summary>
    private static WebhookSecretResource Tell(HttpContext http, WebhookSubscription subscription, byte[] secret, DateTimeOffset now)
    {
        http.Response.Headers.CacheControl = "no-store";
        return new WebhookSecretResource(WebhookResource.Of(subscription, now), WebhookSignatures.TextOf(secret));
    }

    private static ProblemResult WithoutKey() => new(
        StatusCodes.Status503ServiceUnavailable,
        "webhooks_not_configured",
        $"This installation has no key to keep secrets under: whoever runs it sets {WebhookOptions.Section}:{nameof(WebhookOptions.SecretKeyFile)}.");
}
