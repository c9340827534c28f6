using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Hosting.Health;

public static class HealthRegistration
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="withRegion">Whether a process that knows no prefecture is not ready. A silo is: the import needs silos first.</param>
    public static IServiceCollection AddHealth(this IServiceCollection services, bool withRegion)
    {
        var checks = services.AddHealthChecks()
            .AddCheck<DrainCheck>("running")
            .AddCheck<JournalCheck>("journal", timeout: Patience);
        return withRegion ? checks.AddCheck<RegionCheck>("region", timeout: Patience).Services : checks.Services;
    }
}
