using GridActors.ApiHost.Incidents;
using GridActors.Hosting;

namespace GridActors.ApiHost.Web;

/// <summary>Cross-origin requests of browsers. Credentials of the browser are never asked for: a caller shows a token or a key in a header.</summary>
internal static class CrossOrigins
{
    private const string Any = "*";

    private static readonly TimeSpan Preflight = TimeSpan.FromMinutes(10);

    /// <exception cref="ConfigurationRefusedException">An origin is none.</exception>
    public static void AddCrossOrigins(this WebApplicationBuilder builder)
    {
        var origins = OriginsIn(builder.Configuration);
        if (origins.Length > 0)
        {
            builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
                .WithOrigins(origins)
                .WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete)
                .WithHeaders("Authorization", "Content-Type", "If-Match", "If-None-Match", IdempotencyKeys.Header)
                .WithExposedHeaders("ETag", "Location", "Link", "Retry-After", "Deprecation", "Sunset")
                .SetPreflightMaxAge(Preflight)));
        }
    }

    public static void UseCrossOrigins(this WebApplication app)
    {
        if (OriginsIn(app.Configuration).Length > 0)
        {
            app.UseCors();
        }
    }

    private static string[] OriginsIn(IConfiguration configuration)
    {
        var origins = configuration.GetSection(CrossOriginOptions.Section).Get<CrossOriginOptions>()?.Origins ?? [];
        var wrong = origins.FirstOrDefault(o => !IsOrigin(o) && !(o == Any && origins.Length == 1));
        return wrong is null
            ? origins
            : throw new ConfigurationRefusedException($"{CrossOriginOptions.Section}:Origins has '{wrong}'; an origin is a scheme, a host and where needed a port, such as https://board.example.org, or * alone for any.");
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == text && uri.UserInfo.Length == 0;
}
