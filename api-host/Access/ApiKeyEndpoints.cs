using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Hosting.Access;
using GridActors.Storage.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GridActors.ApiHost.Access;

/// <summary>Keys of machine clients. An administrator has to do with those only whose grants are all theirs to hand out.</summary>
internal static partial class ApiKeyEndpoints
{
    private const string IdPattern = "^[0-9a-f]{20}$";
    private const string LogCategory = "GridActors.ApiHost.Access.ApiKeys";

    public static void MapApiKeys(this IEndpointRouteBuilder routes)
    {
        var keys = routes.MapGroup("/v1/api-keys").WithTags("API keys");
        keys.MapPost("", CreateAsync)
            .WithName("CreateApiKey")
            .Needs(Permission.Administer)
            .WithSummary("Make a key for a machine client; its secret is shown once")
            .WithDescription("Only grants inside your own scope, and none of an auditor. A key makes none that outlives it.")
            .Answers<NewApiKeyResource>(StatusCodes.Status200OK)
            .Refuses(400, 403, 413, 415, 503)
            .NeedsBody();
        keys.MapGet("", ListAsync)
            .WithName("ListApiKeys")
            .Needs(Permission.Administer)
            .WithSummary("The keys inside your scope, those of the past included, newest first")
            .Answers<ItemList<ApiKeyResource>>(StatusCodes.Status200OK)
            .Refuses(503);
        keys.MapDelete("/{id}", RevokeAsync)
            .WithName("RevokeApiKey")
            .Needs(Permission.Administer)
            .WithSummary("Revoke a key: within 30 seconds nobody takes it any more")
            .Answers<ApiKeyResource>(StatusCodes.Status200OK)
            .Refuses(404, 503)
            .DescribesParameter("id", "What the key is called by: what stands before the dot.", EndpointDocumentation.Text(IdPattern));
    }

    private static async Task<Results<Ok<NewApiKeyResource>, ProblemResult>> CreateAsync(
        [FromBody] ApiKeyBody? body, HttpContext http, IApiKeyStore store, ApiKeys keys, ILoggerFactory loggers, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        var reader = new ApiKeyReader(now);
        var grants = reader.Read(body ?? new ApiKeyBody());
        if (reader.Problems is { IsEmpty: false } problems)
        {
            return ProblemResult.BadRequest("invalid_api_key", problems);
        }

        var caller = http.GetCaller();
        var (name, expiresAt) = (body!.Name!, body.ExpiresAt!.Value);
        if (grants.FirstOrDefault(grant => !HandOutRules.MayHandOut(caller, grant)) is { } beyond)
        {
            return ApiKeyReader.OutOfReach($"grants[{grants.IndexOf(beyond)}]", $"{GrantText.Write(beyond)} is not yours to hand out: only what lies inside your own scope, and none of an auditor.");
        }

        if (await keys.FindAsync(caller, ct) is { } own && expiresAt > own.ExpiresAt)
        {
            return ApiKeyReader.OutOfReach("expiresAt", "A key makes none that outlives it.");
        }

        var (key, shown) = ApiKeySecrets.Create(name, grants, caller.Subject, now, expiresAt);
        await store.AddAsync(key, ct);
        var (logger, handedOut) = (loggers.CreateLogger(LogCategory), StoredGrants.Of(grants));
        LogCreated(logger, caller.Subject, key.Id, handedOut, key.ExpiresAt);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new NewApiKeyResource(ApiKeyResource.Of(key), shown));
    }

    private static async Task<Ok<ItemList<ApiKeyResource>>> ListAsync(HttpContext http, IApiKeyStore store, CancellationToken ct)
    {
        var all = await store.ListAsync(ct);
        return TypedResults.Ok(new ItemList<ApiKeyResource>([.. all.Where(key => Keeps(http.GetCaller(), key)).Select(ApiKeyResource.Of)]));
    }

    private static async Task<Results<Ok<ApiKeyResource>, ProblemResult>> RevokeAsync(
        string id, HttpContext http, IApiKeyStore store, ApiKeys keys, ILoggerFactory loggers, CancellationToken ct)
    {
        var caller = http.GetCaller();
        if (!ApiKeyId.TryParse(id, out var keyId) || await store.FindAsync(keyId, ct) is not { } key || !Keeps(caller, key))
        {
            return ProblemResult.NotFound("unknown_api_key", $"There is no key {id}.");
        }

        await store.RevokeAsync(keyId, ApiKeySecrets.WholeMilliseconds(TimeProvider.System.GetUtcNow()), ct);
        keys.Forget(keyId);
        var logger = loggers.CreateLogger(LogCategory);
        LogRevoked(logger, caller.Subject, keyId);
        return await store.FindAsync(keyId, ct) is { } revoked ? TypedResults.Ok(ApiKeyResource.Of(revoked)) : TypedResults.Ok(ApiKeyResource.Of(key));
    }

    private static bool Keeps(Caller caller, ApiKey key) => key.Grants.All(grant => HandOutRules.MayHandOut(caller, grant));
}
