using GridActors.Core.Divisions;
using GridActors.Grains.Divisions;
using GridActors.Hosting;
using GridActors.Hosting.Clusters;
using GridActors.Hosting.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace GridActors.Api.Tests.Health;

public sealed class HealthTests(ApiFixture api)
{
    [Fact]
    public async Task A_process_that_answers_is_alive()
    {
        var answer = await api.GetAsync("/health/live");

        Assert.Equal(200, answer.Number);
        Assert.Equal("healthy", answer.Read("status"));
        Assert.Empty(answer.Json.GetProperty("checks").EnumerateObject());
    }

    [Fact]
    public async Task A_process_with_a_journal_and_a_region_is_ready()
    {
        var answer = await api.GetAsync("/health/ready");

        Assert.Equal(200, answer.Number);
        Assert.Equal("healthy", answer.Read("checks", "running"));
        Assert.Equal("healthy", answer.Read("checks", "journal"));
        Assert.Equal("healthy", answer.Read("checks", "region"));
    }

    [Fact]
    public async Task Without_a_prefecture_nothing_is_ready()
    {
        var check = new RegionCheck(new EmptyDirectory());

        var result = await check.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken);

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
    }

    [Fact]
    public async Task A_process_that_was_told_to_stop_is_not_ready_before_anything_of_it_has_stopped()
    {
        var drain = new Drain(Options.Create(new GridActorsOptions { DrainDelay = TimeSpan.Zero }), NullLogger<Drain>.Instance);
        var check = new DrainCheck(drain);
        var before = await check.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken);

        await drain.StoppingAsync(TestContext.Current.CancellationToken);

        var after = await check.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken);
        Assert.Equal((HealthStatus.Healthy, HealthStatus.Unhealthy), (before.Status, after.Status));
    }

    [Fact]
    public async Task The_dashboard_of_the_silo_is_shown()
    {
        var answer = await api.GetAsync("/ops/orleans/");

        Assert.Equal(200, answer.Number);
        Assert.Equal("text/html", answer.MediaType);
    }

    private sealed class EmptyDirectory : IRegionDirectory
    {
        public ValueTask<RegionSnapshot> AtLeastAsync(int revision, CancellationToken ct) => ValueTask.FromResult(RegionSnapshot.Empty);

        public Task<RegionSnapshot> RefreshAsync(CancellationToken ct) => Task.FromResult(RegionSnapshot.Empty);
    }
}
