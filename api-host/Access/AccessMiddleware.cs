using GridActors.Hosting.Access;

namespace GridActors.ApiHost.Access;

/// <summary>
/// The door: establishes who asks, and lets pass who has the permission that the endpoint names. Where one names none, nobody
/// passes. Where a permission holds is not asked here.
/// </summary>
internal sealed partial class AccessMiddleware(RequestDelegate next, CallerReader callers, ILogger<AccessMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        // Others are the router's own, which answer 405 or 415 and nothing else.
        if (http.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(http);
            return;
        }

        var reading = await callers.ReadAsync(http.Request.Headers.Authorization, http.RequestAborted);
        if (reading.Refusal is { } refusal)
        {
            LogCredentialRefused(logger, http.Request.Method, http.Request.Path, refusal, reading.Detail);
            await AccessProblems.Of(refusal, reading.Detail).ExecuteAsync(http);
            return;
        }

        http.Features.Set(reading.Caller);
        if (endpoint.Metadata.GetMetadata<AccessRequirement>() is not { Permission: var needed })
        {
            LogClosed(logger, endpoint.DisplayName);
            await AccessProblems.Closed.ExecuteAsync(http);
        }
        else if (reading.Caller.Has(needed))
        {
            await next(http);
        }
        else if (reading.Caller.IsAnonymous)
        {
            await AccessProblems.AuthenticationRequired(needed).ExecuteAsync(http);
        }
        else
        {
            LogForbidden(logger, reading.Caller.Subject, needed, http.Request.Method, http.Request.Path);
            await AccessProblems.Forbidden(needed).ExecuteAsync(http);
        }
    }
}
