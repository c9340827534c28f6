using System.Text.Json;
using GridActors.ApiHost.Incidents;
using GridActors.Contracts.Access;
using GridActors.Contracts.Incidents;
using GridActors.Storage.Incidents;
using Microsoft.AspNetCore.Diagnostics;
using Orleans.Serialization;

namespace GridActors.ApiHost.Problems;

/// <summary>
/// The one place where exceptions become answers. What the client did wrong is told to it; what went wrong in here is
/// logged, and the client learns no more than whether to try again.
/// </summary>
internal sealed partial class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    private static readonly TimeSpan _afterFault = TimeSpan.FromSeconds(5);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        await Of(httpContext, exception).ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>What an exception is answered with; logs it where it is a fault of ours.</summary>
    internal ProblemResult Of(HttpContext httpContext, Exception exception) => exception switch
    {
        BadHttpRequestException e => OfRequest(e),
        AccessDeniedException => new ProblemResult(StatusCodes.Status403Forbidden, "forbidden", "None of your grants allows this."),
        JournalBusyException e => Busy(e.RetryAfter),
        JournalFullException => Busy(TimeSpan.FromSeconds(1)),
        _ when IsOutage(exception) => Unavailable(httpContext, exception),
        _ => Fault(httpContext, exception),
    };

    private static ProblemResult OfRequest(BadHttpRequestException exception) => exception switch
    {
        { InnerException: JsonException json } => OfJson(json),
        { StatusCode: StatusCodes.Status400BadRequest } => new ProblemResult(exception.StatusCode, "bad_request", exception.Message),
        _ => ProblemPages.Of(exception.StatusCode),
    };

    /// <summary>A value of the wrong type has a path and is named; text that is no JSON at all is not.</summary>
    public static ProblemResult OfJson(JsonException exception) => exception switch
    {
        { Path: ['$', '.', .. var field], InnerException: not JsonException } =>
            ProblemResult.BadRequest("invalid_value", new FieldProblem(field, "invalid_value", $"{field} has a value that is not allowed there, or is there twice.")),
        { Path: "$", InnerException: null } =>
            ProblemResult.BadRequest("invalid_value", new FieldProblem("$", "invalid_value", "The body is a JSON object.")),
        _ => new ProblemResult(
            StatusCodes.Status400BadRequest,
            "malformed_json",
            $"The body is no JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})."),
    };

    private static ProblemResult Busy(TimeSpan retryAfter) =>
        new(StatusCodes.Status503ServiceUnavailable, "journal_busy", "More is waiting to be written than can be taken. Nothing was done; try again.") { RetryAfter = retryAfter };

    private static bool IsOutage(Exception exception) =>
        LostCalls.Have(exception) || exception is JournalUnavailableException or GatewayTooBusyException or UnavailableExceptionFallbackException;

    private ProblemResult Unavailable(HttpContext http, Exception exception)
    {
        LogUnavailable(logger, exception, http.Request.Method, http.Request.Path);
        return new ProblemResult(
            StatusCodes.Status503ServiceUnavailable,
            "unavailable",
            "The store or an actor did not answer. Whether this was carried out is not known; try again with the same Idempotency-Key or If-Match.")
        {
            RetryAfter = _afterFault,
        };
    }

    private ProblemResult Fault(HttpContext http, Exception exception)
    {
        LogFault(logger, exception, http.Request.Method, http.Request.Path);
        return ProblemPages.Of(StatusCodes.Status500InternalServerError);
    }
}
