using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace GridActors.ApiHost.Problems;

/// <summary>Answers with a <see cref="Problem"/>, whatever the client says it accepts: an error in another form would be lost on it.</summary>
internal sealed class ProblemResult : IResult, IStatusCodeHttpResult
{
    public const string ContentType = "application/problem+json";

    private readonly ImmutableArray<FieldProblem> _errors;

    public ProblemResult(int status, string code, string detail, params ImmutableArray<FieldProblem> errors) =>
        (Status, Code, Detail, _errors) = (status, code, detail, errors);

    public int Status { get; }

    public string Code { get; }

    public string Detail { get; }

    /// <summary>When the client may try again; null where waiting does not help.</summary>
    public TimeSpan? RetryAfter { get; init; }

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
        _errors.IsDefaultOrEmpty ? null : _errors);

    private static ProblemResult Of(int status, string commonCode, ImmutableArray<FieldProblem> errors) => errors is [var only]
        ? new ProblemResult(status, only.Code, only.Message, errors)
        : new ProblemResult(status, commonCode, string.Join(" ", errors.Select(e => e.Message)), errors);
}
