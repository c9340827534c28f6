using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace GridActors.Api.Tests.Telemetry;

public sealed class UntracedTests(ApiFixture api)
{
    [Fact]
    public void Without_an_address_to_export_to_nothing_is_traced() => Assert.Null(api.Services.GetService<TracerProvider>());

    [Fact]
    public async Task Without_an_address_to_export_to_there_are_metrics_all_the_same()
    {
        var answer = await api.GetAsync("/metrics");

        Assert.Equal(200, answer.Number);
        Assert.Equal("text/plain", answer.MediaType);
        Assert.Contains("gridactors_deadlines_overdue", answer.Text, StringComparison.Ordinal);
    }
}
