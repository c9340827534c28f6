using Microsoft.Extensions.Hosting;

namespace GridActors.Hosting;

/// <summary>How every host starts.</summary>
public static class HostSettings
{
    /// <summary>
    /// The environment where none is named: Development, since whoever runs the embedded default without configuration is
    /// trying it out. An installation names Production, as the container image and the manifests do.
    /// </summary>
    public static string EnvironmentName =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Development;
}
