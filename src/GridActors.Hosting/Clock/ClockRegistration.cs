using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Reminders;

namespace GridActors.Hosting.Clock;

public static class ClockRegistration
{
    private static readonly string[] _orleansAreas =
    [
        TimeProviderNames.Grains,
        TimeProviderNames.Messaging,
        TimeProviderNames.SystemTimers,
        TimeProviderNames.Membership,
        TimeProviderNames.ActivationManagement,
        TimeProviderNames.GrainDirectory,
        ReminderTimeProviderNames.Reminders,
    ];

    /// <summary>Registers the product's clock.</summary>
    /// <param name="isAlone">Whether no other process works on the same store: the adjusted clocks of two would tell two times.</param>
    /// <exception cref="ConfigurationRefusedException">An adjusted clock in Production or in a cluster, or a speed out of range.</exception>
    internal static void AddClock(this IHostApplicationBuilder builder, bool isAlone)
    {
        var section = builder.Configuration.GetSection(ClockOptions.Section);
        var options = section.Get<ClockOptions>() ?? new ClockOptions();
        if (options.Speed is not (> 0 and <= 100_000))
        {
            throw new ConfigurationRefusedException($"Clock:Speed is {options.Speed}; it must be above 0 and at most 100,000.");
        }

        if (!options.IsMachineTime && builder.Environment.IsProduction())
        {
            throw new ConfigurationRefusedException("Clock:Speed and Clock:StartAt are for trials and are refused in Production; set the environment to Development (DOTNET_ENVIRONMENT=Development).");
        }

        if (!options.IsMachineTime && !isAlone)
        {
            throw new ConfigurationRefusedException("Clock:Speed and Clock:StartAt go with an embedded store only: each process of a cluster would have a time of its own.");
        }

        builder.Services.Configure<ClockOptions>(section);
        builder.Services.AddSingleton(options.IsMachineTime ? TimeProvider.System : new AdjustableClock(TimeProvider.System, options.StartAt));
        builder.Services.AddMachineTimeForOrleans();
    }

    /// <summary>Keeps Orleans' own timers, probes and timeouts on the machine's time, whatever the product's clock does.</summary>
    public static IServiceCollection AddMachineTimeForOrleans(this IServiceCollection services)
    {
        foreach (var area in _orleansAreas)
        {
            services.AddKeyedSingleton(area, TimeProvider.System);
        }

        return services;
    }
}
