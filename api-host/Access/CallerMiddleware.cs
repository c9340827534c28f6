using GridActors.Hosting.Access;

namespace GridActors.ApiHost.Access;

/// <summary>
/// Establishes who asks and refuses nobody, so that whoever the door refuses is counted first. Who shows something that is not taken is
/// nobody, until the door says so.
/// </summary>
internal sealed class CallerMiddleware(RequestDelegate next, CallerReader callers)
{
    public async Task InvokeAsync(HttpContext http)
    {
        // Others are the router's own, which answer 405 or 415 and nothing else.
        if (http.GetEndpoint() is RouteEndpoint)
        {
            http.Establish(await callers.ReadAsync(http.Request.Headers.Authorization, http.RequestAborted));
        }

        await next(http);
    }
}
