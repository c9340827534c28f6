using GridActors.Core.Access;
using GridActors.Grains.Access;

namespace GridActors.ApiHost.Access;

/// <summary>For whom this host acts while it answers a request.</summary>
internal static class HttpAuthority
{
    public static Authority GetAuthority(this HttpContext http) => Authority.Of(http.GetCaller());

    /// <summary>From here on every call of an actor is made for the caller of the request. Behind whatever establishes the caller.</summary>
    public static IApplicationBuilder UseCallAuthority(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        using var scope = CallAuthority.Use(http.GetAuthority());
        await next(http);
    });
}
