using GridActors.Hosting;
using GridActors.Hosting.Access;
using GridActors.Hosting.Health;
using GridActors.Hosting.Telemetry;

namespace GridActors.SiloHost;

/// <summary>A silo without the API: of a cluster, or on a data directory, where deadlines go on firing while no API is up. Over HTTP it says only how it is.</summary>
public static class SiloApplication
{
    /// <summary>Where its health is asked for if nothing says otherwise: this machine only.</summary>
    private const string DefaultUrl = "http://127.0.0.1:5081";

    /// <exception cref="GridActors.Hosting.Storage.DataDirectoryInUseException">Another process has the data directory.</exception>
    /// <exception cref="ConfigurationRefusedException">The configuration is refused.</exception>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = HostSettings.EnvironmentName });
        builder.AddLogging();
        builder.AddTelemetry();
        builder.AddAccess();
        builder.AddGridActors(withSilo: true);
        builder.UseDefaultUrl(DefaultUrl);
        builder.Services.AddHealth(withRegion: false).AddHostedService<StartupNotice>();
        var app = builder.Build();
        app.UseOperationsDoor();
        app.MapHealth();
        app.MapMetrics();
        return app;
    }
}
