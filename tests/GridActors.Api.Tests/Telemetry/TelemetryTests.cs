using System.Diagnostics;
using System.Globalization;
using GridActors.Storage.Incidents;

namespace GridActors.Api.Tests.Telemetry;

/// <summary>Alone: a host's meters are read by name, and so with them those of every other host in the process.</summary>
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
[Collection(nameof(TelemetryTests))]
public sealed class TelemetryTests(TracedApi api) : IClassFixture<TracedApi>
{
    private const string Appended = "gridactors_journal_appends_total";

    [Fact]
    public async Task A_report_is_one_append_more_among_the_metrics()
    {
        await CommitReportAsync();
        var before = await ReadAsync(Appended);

        await CommitReportAsync();
        var after = await ReadAsync(Appended);

        Assert.Equal(before + 1, after);
    }

    [Fact]
    public async Task The_metrics_have_the_clock_the_actors_and_the_requests()
    {
        await api.ReportAsync();

        var metrics = (await api.GetAsync("/metrics")).Text;

        Assert.All(
            ["gridactors_deadlines_oldest_lateness_seconds", "gridactors_deadlines_overdue", "orleans_catalog_activations", "http_server_request_duration_seconds", "dotnet_gc_"],
            name => Assert.Contains(name, metrics, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_trace_leads_from_the_request_to_the_commit()
    {
        using var watch = new SpanWatch(JournalTraces.SourceName, "Microsoft.AspNetCore", "Microsoft.Orleans.Application");
        var trace = ActivityTraceId.CreateRandom();
        var ofServer = watch.Arm(s => s.TraceId == trace && s.Kind == ActivityKind.Server && s.Source.Name == "Microsoft.AspNetCore");
        var ofActor = watch.Arm(s => s.TraceId == trace && s.Kind == ActivityKind.Server && s.Source.Name == "Microsoft.Orleans.Application" && Writes(s));
        var ofAppend = watch.Arm(s => s.TraceId == trace && s.OperationName == JournalTraces.Append);
        var ofCommit = watch.Arm(s => s.OperationName == JournalTraces.Commit && s.Links.Any(l => l.Context.TraceId == trace));

        var answer = await ReportAsync(trace);
        var (server, actor, append, commit) = (await ofServer, await ofActor, await ofAppend, await ofCommit);

        Assert.Equal(201, answer.Number);
        Assert.Equal(actor.SpanId, append.ParentSpanId);
        Assert.Equal(server.TraceId, actor.TraceId);
        Assert.Equal("appended", append.GetTagItem(JournalTraces.OutcomeTag));
        Assert.Contains(commit.Links, l => l.Context == append.Context);
        Assert.All([server, actor, append, commit], s => Assert.DoesNotContain(s.TagObjects, t => $"{t.Value}".Contains("A lid is missing", StringComparison.Ordinal)));
    }

    /// <summary>An append is counted when its commit has ended, which is a moment after its caller was answered.</summary>
    private async Task CommitReportAsync()
    {
        using var watch = new SpanWatch(JournalTraces.SourceName);
        var trace = ActivityTraceId.CreateRandom();
        var committed = watch.Arm(s => s.OperationName == JournalTraces.Commit && s.Links.Any(l => l.Context.TraceId == trace));
        await ReportAsync(trace);
        await committed;
    }

    private Task<ApiAnswer> ReportAsync(ActivityTraceId trace) => api.PostAsync(
        "/v1/incidents",
        new { itemCode = Demo.TownshipItem, gridCode = Demo.Grid, description = "A lid is missing." },
        ("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01"));

    private static bool Writes(Activity span) => span.DisplayName.Contains("ExecuteAsync", StringComparison.Ordinal);

    private async Task<double> ReadAsync(string metric)
    {
        var answer = await api.GetAsync("/metrics");
        Assert.Equal(200, answer.Number);
        var line = Assert.Single(answer.Text.Split('\n'), l => l.StartsWith(metric, StringComparison.Ordinal) && l.Contains("outcome=\"appended\"", StringComparison.Ordinal));
        return double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
