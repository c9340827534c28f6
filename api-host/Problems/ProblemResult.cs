using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using GridActors.ApiHost.Open311;

namespace GridActors.ApiHost.Problems;

/// <summary>Answers with a <see cref="Problem"/>, whatever the client says it accepts: an error in another form would be lost on it. Clients of Open311 get the form of their specification.</summary>
internal sealed class ProblemResult : IResult, IStatusCodeHttpResult
{
    public const string ContentType = "application/problem+json";

    public ProblemResult(int status, string code, string detail, params ImmutableArray<FieldProblem> errors) =>
        (Status, Code, Detail, Errors) = (status, code, detail, errors);

    public int Status { get; }

    public string Code { get; }

    public string Detail { get; }

    public ImmutableArray<FieldProblem> Errors { get; }

    /// <summary>When the client may try again; null where waiting does not help.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How to say who asks (WWW-Authenticate); null where that does not help.</summary>
    public string? Challenge { get; init; }

    int? IStatusCodeHttpResult.StatusCode => Status;

    /// <summary>A request that is wrong in itself: one code of its own for a single problem, a common one for several.</summary>
    public static ProblemResult BadRequest(string commonCode, params ImmutableArray<FieldProblem> errors) =>
        Of(StatusCodes.Status400BadRequest, commonCode, errors);

    /// <summary>A request that is well formed and names something that is not there.</summary>
    public static ProblemResult Unprocessable(string commonCode, params ImmutableArray<FieldProblem> errors) =>
        Of(StatusCodes.Status422UnprocessableEntity, commonCode, errors);

    public static ProblemResult NotFound(string code, string detail) => new(StatusCodes.Status404NotFound, code, detail);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        if (RetryAfter is { } wait)
        {
            httpContext.Response.Headers.RetryAfter = SecondsOf(wait);
        }

        if (Challenge is not null)
        {
            httpContext.Response.Headers.WWWAuthenticate = Challenge;
        }

        if (Open311Errors.AreFor(httpContext.Request))
        {
            return Open311Errors.Of(this).ExecuteAsync(httpContext);
        }

        // Without the request's token: one that took too long is told so with its token cancelled already.
        return httpContext.Response.WriteAsJsonAsync(Describe(httpContext), options: null, ContentType, CancellationToken.None);
    }

    /// <summary>As Retry-After has it: whole seconds, one at least.</summary>
    public static string SecondsOf(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    public Problem Describe(HttpContext http) => new(
        $"urn:gridactors:problem:{Code}",
        char.ToUpperInvariant(Code[0]) + Code[1..].Replace('_', ' '),
        Status,
        Detail,
        http.Request.Path.ToUriComponent(),
        Code,
        Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier,
        Errors.IsDefaultOrEmpty ? null : Errors);

    private static ProblemResult Of(int status, string commonCode, ImmutableArray<FieldProblem> errors) => errors is [var only]
        ? new ProblemResult(status, only.Code, only.Message, errors)
        : new ProblemResult(status, commonCode, string.Join(" ", errors.Select(e => e.Message)), errors);
}
