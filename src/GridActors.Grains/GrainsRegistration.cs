using GridActors.Core.Contacts;
using GridActors.Core.Escalations;
using GridActors.Grains.Access;
using GridActors.Grains.Contacts;
using GridActors.Grains.Divisions;
using GridActors.Grains.Escalations;
using GridActors.Grains.Grids;
using GridActors.Grains.Measures;
using GridActors.Grains.Webhooks;
using GridActors.Grains.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GridActors.Grains;

/// <summary>What a silo needs to run these grains, besides a store, a clock, <see cref="CallTickets"/> and the grain storage named <see cref="ReferenceStorage.Name"/>.</summary>
public static class GrainsRegistration
{
    /// <param name="withClock">False only where somebody else drives <see cref="DeadlineSweep"/>, as the simulation does.</param>
    public static ISiloBuilder AddGridActorsGrains(this ISiloBuilder silo, bool withClock = true)
    {
        silo.Services.TryAddSingleton(EscalationPolicy.Default);
        silo.Services.TryAddSingleton(ContactRetention.Default);
        silo.Services.AddSingleton<EscalationSignal>();
        silo.Services.AddSingleton<EscalationMetrics>();
        silo.Services.AddSingleton<DeadlineSweep>();
        silo.Services.TryAddSingleton<IRegionDirectory, RegionDirectory>();
        silo.Services.TryAddSingleton<GridChangeRunner>();
        silo.Services.TryAddSingleton<HandOverRunner>();
        silo.AddCallGuard();
        return withClock ? silo.AddClock() : silo;
    }

    private static ISiloBuilder AddClock(this ISiloBuilder silo)
    {
        silo.Services.AddSingleton<EscalationAuditor>();
        silo.Services.AddHostedService(services => services.GetRequiredService<EscalationAuditor>());
        silo.Services.AddHostedService<GridChangeClock>();
        silo.Services.AddSingleton<MeasureMetrics>();
        silo.Services.AddSingleton<MeasureFollower>();
        silo.Services.AddHostedService(services => services.GetRequiredService<MeasureFollower>());
        silo.Services.AddSingleton<WebhookMetrics>();
        silo.Services.AddSingleton<WebhookFollower>();
        silo.Services.AddHostedService(services => services.GetRequiredService<WebhookFollower>());
        silo.Services.AddSingleton<ContactSweeper>();
        silo.Services.AddHostedService(services => services.GetRequiredService<ContactSweeper>());
        return silo.AddGrainService<EscalationClock>();
    }
}
