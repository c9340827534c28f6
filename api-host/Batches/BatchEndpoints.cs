using System.Text.Json;
using GridActors.ApiHost.Access;
using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.Limits;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;

namespace GridActors.ApiHost.Batches;

/// <summary>What a phone uploads after it was offline.</summary>
internal static class BatchEndpoints
{
    private const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Also for what is nested as deeply as a body can be: that is one wrong row, not a wrong batch.</summary>
    private static readonly JsonDocumentOptions _json = new() { MaxDepth = MaxBytes };

    public static IServiceCollection AddBatches(this IServiceCollection services)
    {
        services.AddOptions<BatchOptions>().BindConfiguration(BatchOptions.Section);
        return services
            .AddSingleton<BatchActions>()
            .AddSingleton<BatchReader>()
            .AddSingleton<BatchRun>();
    }

    public static void MapBatches(this IEndpointRouteBuilder routes) => routes.MapPost("/v1/incidents/batch", RunAsync)
        .Needs(Permission.Report)
        .WithTags("Incidents")
        .WithName("UploadBatch")
        .WithSummary("Upload what was done offline: up to 500 reports and commands, each answered by itself")
        .WithDescription("Rows of one incident are tried in their order. A row that is wrong harms no other. The id of a row is its Idempotency-Key, so that a batch may be sent again as a whole and answers the same; where a row has 503, do so after Retry-After. A command counts from when it arrives. Against the rate limit each row counts as a request.")
        .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
        .WithMetadata(new RequestTimeoutAttribute(RequestTimeouts.Long))
        .Accepts<BatchBody>("application/json")
        .NeedsBody()
        .Answers<BatchResource>(StatusCodes.Status200OK)
        .Refuses(400, 413, 415, 429, 503);

    private static async Task<Results<Ok<BatchResource>, ProblemResult>> RunAsync(HttpContext http, BatchRun run, RateLimits limits, TimeProvider clock, CancellationToken ct)
    {
        using var document = await ParseAsync(http.Request, ct);
        if (!BatchReader.TryFind(document.RootElement, "rows", out var rows) || rows.ValueKind != JsonValueKind.Array)
        {
            return Wrong("rows_required", "rows is needed: a list of reports and commands.");
        }

        if (rows.GetArrayLength() is < 1 or > BatchBody.MaxRows)
        {
            return Wrong("rows_miscounted", $"A batch has 1 to {BatchBody.MaxRows} rows.");
        }

        var elements = rows.EnumerateArray().ToArray();
        if (limits.Charge(http, elements.Length - 1) is { } limited)
        {
            return limited;
        }

        var outcomes = await run.RunAsync(elements, http, ct);
        if (outcomes.Max(o => o.Problem?.RetryAfter) is { } wait)
        {
            http.Response.Headers.RetryAfter = ProblemResult.SecondsOf(wait);
        }

        var now = clock.GetUtcNow();
        return TypedResults.Ok(new BatchResource([.. outcomes.Select((o, at) => new BatchRowResource(
            at + 1,
            BatchReader.IdOf(elements[at]),
            o.Status,
            o.Incident is null ? null : http.Show(o.Incident, now),
            o.Problem?.Describe(http)))]));
    }

    private static async Task<JsonDocument> ParseAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return await JsonDocument.ParseAsync(request.Body, _json, ct);
        }
        catch (JsonException fault)
        {
            throw new BadHttpRequestException("The body is no JSON.", StatusCodes.Status400BadRequest, fault);
        }
    }

    private static ProblemResult Wrong(string code, string message) => ProblemResult.BadRequest("invalid_batch", new FieldProblem("rows", code, message));
}
