using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Hosting.Refusals;

public static class RefusalRegistration
{
    /// <summary>Adds the recorder of refusals; the store is added elsewhere.</summary>
    public static IServiceCollection AddRefusalRecorder(this IServiceCollection services) => services
        .AddSingleton<RefusalMetrics>()
        .AddSingleton<RefusalRecorder>()
        .AddSingleton<IRefusalRecorder>(s => s.GetRequiredService<RefusalRecorder>())
        .AddHostedService(s => s.GetRequiredService<RefusalRecorder>());
}
