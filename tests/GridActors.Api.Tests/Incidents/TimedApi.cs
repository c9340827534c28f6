using System.Diagnostics.Metrics;
using GridActors.Grains.Escalations;
using GridActors.Hosting.Clock;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace GridActors.Api.Tests.Incidents;

/// <summary>A host of its own whose clock starts on Friday, 24 January 2025, at 11:00, four days before the Spring Festival, and is moved on by the test.</summary>
public sealed class TimedApi() : ApiFixture("--Clock:StartAt=2025-01-24T11:00:00+08:00")
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private AdjustableClock Clock => (AdjustableClock)Services.GetRequiredService<TimeProvider>();

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Time goes on to an instant, and so many deadlines fire on the way.</summary>
    public async Task PassAsync(DateTimeOffset until, int deadlines)
    {
        using var fired = new MetricCollector<long>(Services.GetRequiredService<IMeterFactory>(), EscalationMetrics.MeterName, "gridactors.deadlines.fired");
        Clock.Run(until, speed: 1);
        await fired.WaitForMeasurementsAsync(deadlines, _patience);
    }
}
