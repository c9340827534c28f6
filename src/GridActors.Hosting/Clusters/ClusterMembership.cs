using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;

namespace GridActors.Hosting.Clusters;

/// <summary>Who belongs together, and how soon a silo that answers no more counts as dead.</summary>
internal static class ClusterMembership
{
    /// <summary>The same for silos and clients, or they do not find each other.</summary>
    public static IServiceCollection AddClusterName(this IServiceCollection services, GridActorsOptions options) =>
        services.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (options.ClusterId, options.ServiceId));

    public static IServiceCollection AddFailureDetection(this IServiceCollection services) =>
        services.Configure<ClusterMembershipOptions>(membership =>
        {
            // Three probes, a second apart, and two votes: a silo that was killed is declared dead in about four seconds, and
            // its actors and clock slots are taken over at once. Orleans' defaults take about twelve.
            membership.ProbeTimeout = TimeSpan.FromSeconds(1);
            membership.NumMissedProbesLimit = 3;

            // After a power failure every silo is still listed. Whoever gave no sign of life for a quarter of a minute is not
            // waited for.
            membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
            membership.NumMissedTableIAmAliveLimit = 3;
            membership.TableRefreshTimeout = TimeSpan.FromSeconds(10);
        });
}
