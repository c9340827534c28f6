using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using GridActors.Core.Access;
using GridActors.Grains.Webhooks;
using GridActors.Hosting.Clock;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace GridActors.Api.Tests.Webhooks;

/// <summary>A host of its own that sends to this machine, on a clock that the test moves, and believes whoever names the divisions that they administer.</summary>
public sealed class WebhooksApi() : ApiFixture("--Clock:StartAt=2025-01-24T11:00:00+08:00", "--Webhooks:AllowInsecure=true", "--Webhooks:AllowPrivateAddresses=true")
{
    private const string ScopeHeader = "x-test-scope";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private AdjustableClock Clock => (AdjustableClock)Services.GetRequiredService<TimeProvider>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static (string Name, string Value) Of(string scope) => (ScopeHeader, scope);

    public override ValueTask InitializeAsync()
    {
        App.Use((http, next) =>
        {
            if (http.Request.Headers.TryGetValue(ScopeHeader, out var scope))
            {
                http.Features.Set(new Caller("test", [new Grant(CallerRole.Administrator, scope.ToString())]));
            }

            return next(http);
        });
        return base.InitializeAsync();
    }

    public void Pass(TimeSpan time) => Clock.Run(Clock.GetUtcNow() + time, speed: 1);

    /// <summary>Everything that was answered so far is queued.</summary>
    public Task QueueAsync() => Services.GetRequiredService<WebhookFollower>().CatchUpAsync(Ct);

    /// <summary>What the test does leads to so many attempts, and each has its outcome afterwards.</summary>
    public async Task<ImmutableArray<string>> AttemptAsync(int attempts, Func<Task> act)
    {
        using var attempted = new MetricCollector<long>(Services.GetRequiredService<IMeterFactory>(), WebhookMetrics.MeterName, "gridactors.webhooks.attempts");
        await act();
        await QueueAsync();
        await attempted.WaitForMeasurementsAsync(attempts, _patience);
        return [.. attempted.GetMeasurementSnapshot().Select(m => (string)m.Tags["outcome"]!)];
    }

    /// <summary>What the test does leads to so many attempts with an outcome, whatever others are made before.</summary>
    public async Task AttemptUntilAsync(string outcome, int times, Func<Task> act)
    {
        using var attempted = new MetricCollector<long>(Services.GetRequiredService<IMeterFactory>(), WebhookMetrics.MeterName, "gridactors.webhooks.attempts");
        await act();
        await QueueAsync();
        while (attempted.GetMeasurementSnapshot() is var seen && seen.Count(m => (string)m.Tags["outcome"]! == outcome) < times)
        {
            await attempted.WaitForMeasurementsAsync(seen.Count + 1, _patience);
        }
    }

    /// <returns>Its id and its secret.</returns>
    internal async Task<(string Id, string Secret)> SubscribeAsync(string division, string url, params string[] kinds)
    {
        var answer = await this.PostAsync("/v1/webhooks", new { divisionCode = division, url, kinds }, Of(""));
        Assert.True(answer.Number == 201, answer.Text);
        return (answer.Read("webhook", "id"), answer.Read("secret"));
    }

    internal async Task<ApiAnswer> GetDeliveriesAsync(string id, string query = "") => await this.GetAsync($"/v1/webhooks/{id}/deliveries{query}", Of(""));
}
