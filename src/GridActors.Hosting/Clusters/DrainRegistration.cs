using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GridActors.Hosting.Clusters;

internal static class DrainRegistration
{
    /// <summary>For all of a stop: the drain, the requests under way, the hand-over and the journal's queue. Kubernetes waits longer (<c>terminationGracePeriodSeconds</c>).</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(120);

    public static void AddDrain(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Drain>().AddHostedService(services => services.GetRequiredService<Drain>());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopWithin);
    }
}
