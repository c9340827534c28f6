namespace GridActors.ApiHost.Access;

/// <summary>
/// The door: lets pass who has the permission that the endpoint names. Where one names none, nobody passes. Where a permission holds
/// is not asked here.
/// </summary>
internal sealed partial class AccessMiddleware(RequestDelegate next, ILogger<AccessMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        // Others are the router's own, which answer 405 or 415 and nothing else.
        if (http.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(http);
            return;
        }

        if (http.FindRefusedCredential() is { } refused)
        {
            LogCredentialRefused(logger, http.Request.Method, http.Request.Path, refused.Refusal, refused.Detail);
            await AccessProblems.Of(refused.Refusal, refused.Detail).ExecuteAsync(http);
            return;
        }

        var caller = http.GetCaller();
        if (endpoint.Metadata.GetMetadata<AccessRequirement>() is not { Permission: var needed })
        {
            LogClosed(logger, endpoint.DisplayName);
            await AccessProblems.Closed.ExecuteAsync(http);
        }
        else if (caller.Has(needed))
        {
            await next(http);
        }
        else if (caller.IsAnonymous)
        {
            await AccessProblems.AuthenticationRequired(needed).ExecuteAsync(http);
        }
        else
        {
            LogForbidden(logger, caller.Subject, needed, http.Request.Method, http.Request.Path);
            await AccessProblems.Forbidden(needed).ExecuteAsync(http);
        }
    }
}
