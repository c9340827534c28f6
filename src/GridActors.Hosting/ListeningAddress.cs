using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace GridActors.Hosting;

/// <summary>Where a host listens for HTTP.</summary>
public static class ListeningAddress
{
    private static readonly string[] _settings = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];

    /// <summary>Uses a URL unless any of the framework's settings names another one.</summary>
    public static void UseDefaultUrl(this WebApplicationBuilder builder, string url)
    {
        if (!_settings.Any(s => builder.Configuration[s] is { Length: > 0 }) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(url);
        }
    }
}
