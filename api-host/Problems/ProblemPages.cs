using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace GridActors.ApiHost.Problems;

/// <summary>Problems that the framework found before an endpoint was reached: it sets a status, the body is ours.</summary>
internal static class ProblemPages
{
    public static Task WriteAsync(StatusCodeContext context) => Of(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext);

    public static ProblemResult Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => new ProblemResult(status, "not_found", "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => new ProblemResult(status, "method_not_allowed", "This address does not take this method; the Allow header lists those it takes."),
        StatusCodes.Status408RequestTimeout => new ProblemResult(status, "request_timeout", "The request did not arrive in time."),
        StatusCodes.Status413PayloadTooLarge => new ProblemResult(status, "body_too_large", "The body is larger than this address takes."),
        StatusCodes.Status415UnsupportedMediaType => new ProblemResult(status, "unsupported_media_type", "The body has another media type than this address takes."),
        StatusCodes.Status500InternalServerError => new ProblemResult(status, "internal_error", "Something went wrong here. The log has it under the trace id."),
        _ => new ProblemResult(status, $"http_{status}", ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase : "The request was not carried out."),
    };
}
