using GridActors.ApiHost.OpenApi;

namespace GridActors.ApiHost.Web;

/// <summary>What a browser, and every cache on the way, is told about an answer, also about one that failed.</summary>
internal static class SecurityHeaders
{
    /// <summary>An answer of the API is data: nothing in it is run, shown in a frame or loaded from anywhere.</summary>
    private const string OfData = "default-src 'none'; frame-ancestors 'none'";

    private const string OfPages = "frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(static state => Set((HttpContext)state), http);
        return next(http);
    });

    private static Task Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments(OperationsPaths.Dashboard) ? OfPages : OfData;
        }

        if (headers.CacheControl.Count == 0 && IsPersonal(http.Request.Path))
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }

    /// <summary>Everything but what is published to everybody; a report that is followed is somebody's.</summary>
    private static bool IsPersonal(PathString path) =>
        !OperationsPaths.Contain(path)
        && !path.StartsWithSegments(ApiDocumentation.PagePath)
        && !path.StartsWithSegments("/openapi")
        && (!path.StartsWithSegments("/v1/public", out var published) || published.StartsWithSegments("/track"));
}
