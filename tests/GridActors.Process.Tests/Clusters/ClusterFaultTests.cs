namespace GridActors.Process.Tests.Clusters;

/// <summary>What a cluster goes through, under load: nothing that was acknowledged is lost, and nothing happens twice.</summary>
public sealed class ClusterFaultTests(Cluster cluster) : IClassFixture<Cluster>
{
    private const int Before = 150;
    private const int After = 150;
    private const int OverdueCopies = 300;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_silo_that_is_killed_takes_no_report_with_it_and_others_fire_its_deadlines()
    {
        await using var load = ReportLoad.Start(cluster.Http, cluster.Grid, "killed");
        await load.WaitForMoreAsync(Before);
        var template = load.Acknowledged.Values.First();
        var from = cluster.SiloOutput.Count;

        var killed = cluster.Silos[0];
        await killed.KillAsync(Ct);
        var overdue = await cluster.Stored.AddOverdueCopiesAsync(template, OverdueCopies);
        await load.WaitForMoreAsync(After);
        await load.FinishAsync();

        Assert.Empty(load.Unexpected);
        await AssertClimbedAsync(overdue, from);
        await AssertEachAnswersAsync(load);
        await cluster.Stored.AssertExactlyAsync("killed", [.. load.Acknowledged.Values]);
        Assert.All(await cluster.Stored.CountEventsAsync(overdue, "incident.escalated.v1"), count => Assert.Equal(1, count));
        await cluster.ReplaceAsync(killed);
    }

    [Fact]
    public async Task A_database_server_that_crashes_interrupts_the_reports_and_loses_none()
    {
        await using var load = ReportLoad.Start(cluster.Http, cluster.Grid, "crashed");
        await load.WaitForMoreAsync(Before);

        await cluster.Server.CrashAndStartAsync();
        await load.WaitForMoreAsync(After);
        await load.FinishAsync();

        Assert.Empty(load.Unexpected);
        Assert.True(load.Interruptions > 0, "No report was cut off; the test shows nothing.");
        await AssertEachAnswersAsync(load);
        await cluster.Stored.AssertExactlyAsync("crashed", [.. load.Acknowledged.Values]);
    }

    [Fact]
    public async Task A_database_that_is_read_only_refuses_reports_for_now_and_takes_them_again_by_itself()
    {
        var reported = await cluster.Http.TryReportAsync(cluster.Grid, "readonly-0", "readonly 0");
        Assert.True(reported.IsDone, reported.ToString());

        await cluster.Stored.SetReadOnlyAsync(true);
        var refused = await Task.WhenAll(Enumerable.Range(1, 5).Select(n => cluster.Http.TryReportAsync(cluster.Grid, $"readonly-{n}", $"readonly {n}")));
        var accept = await cluster.Http.TryCommandAsync(reported.Id, "accept");
        Assert.All([.. refused, accept], answer => Assert.True(answer.IsToBeRepeated, answer.ToString()));
        await AssertReadableAsync(reported.Id);
        await cluster.Stored.AssertExactlyAsync("readonly", [reported.Id]);

        await cluster.Stored.SetReadOnlyAsync(false);
        await using var load = ReportLoad.Start(cluster.Http, cluster.Grid, "writable");
        await load.WaitForMoreAsync(After);
        await load.FinishAsync();
        Assert.Empty(load.Unexpected);
        Assert.True((await cluster.Http.TryCommandAsync(reported.Id, "accept")).IsDone);
        await cluster.Stored.AssertExactlyAsync("writable", [.. load.Acknowledged.Values]);
    }

    [Fact]
    public async Task A_disk_that_is_full_refuses_reports_for_now_and_takes_them_again_by_itself()
    {
        var reported = await cluster.Http.TryReportAsync(cluster.Grid, "before", "before 0");
        Assert.True(reported.IsDone, reported.ToString());
        var size = await cluster.Stored.GrowEventsAsync();

        // Half a page past the table's end: what is left of the last page is used up first.
        await cluster.Server.LimitFileSizesAsync(size + 4096);
        await using var load = ReportLoad.Start(cluster.Http, cluster.Grid, "full");
        await load.WaitForInterruptionAsync();
        await AssertReadableAsync(reported.Id);
        await cluster.Stored.AssertWholeAsync();

        await cluster.Server.LimitFileSizesAsync(null);
        await load.WaitForMoreAsync(After);
        await load.FinishAsync();
        Assert.Empty(load.Unexpected);
        await cluster.Stored.AssertExactlyAsync("full", [.. load.Acknowledged.Values]);
    }

    [Fact]
    public async Task A_silo_that_is_told_to_stop_says_so_first_and_no_request_notices()
    {
        await using var load = ReportLoad.Start(cluster.Http, cluster.Grid, "stopped", accepts: true);
        await load.WaitForMoreAsync(Before);
        var stopping = cluster.Silos[0];
        using var ready = await stopping.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), Ct);
        Assert.True(ready.IsSuccessStatusCode, $"It was not ready before: {ready.StatusCode}");

        await stopping.TerminateAsync(Ct);
        await stopping.Output.WaitForAsync("Told to stop", 1, 0, Ct);
        using var draining = await stopping.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), Ct);
        var exitCode = await stopping.WaitForExitAsync(Ct);
        await load.WaitForMoreAsync(After);
        await load.FinishAsync();

        Assert.Equal((503, 0), ((int)draining.StatusCode, exitCode));
        Assert.Empty(load.Unexpected);
        Assert.Equal(0, load.Interruptions);
        await cluster.Stored.AssertExactlyAsync("stopped", [.. load.Acknowledged.Values]);
        await cluster.ReplaceAsync(stopping);
    }

    /// <summary>Every actor of the load is there, in memory or not, and does its work once.</summary>
    private async Task AssertEachAnswersAsync(ReportLoad load)
    {
        string[] ids = [.. load.Acknowledged.Values];
        foreach (var some in ids.Chunk(8))
        {
            var answers = await Task.WhenAll(some.Select(id => cluster.Http.TryCommandAsync(id, "accept")));
            Assert.All(answers, answer => Assert.True(answer.IsDone, answer.ToString()));
        }

        Assert.All(await cluster.Stored.CountEventsAsync(ids, "incident.accepted.v1"), count => Assert.Equal(1, count));
    }

    private async Task AssertClimbedAsync(IReadOnlyList<string> ids, int from)
    {
        var waiting = ids.ToHashSet();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(HostProcess.Patience);
        try
        {
            await foreach (var line in cluster.SiloOutput.FollowAsync(from, patience.Token))
            {
                if (line.Contains("was not accepted", StringComparison.Ordinal)
                    && waiting.RemoveWhere(id => line.Contains(id, StringComparison.Ordinal)) > 0 && waiting.Count == 0)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (!Ct.IsCancellationRequested)
        {
            Assert.Fail($"The deadlines of {waiting.Count} of {ids.Count} incidents did not fire, one of them of {waiting.First()}. The silos said:\n{string.Join('\n', cluster.SiloOutput.Lines.Skip(from).Where(l => !l.Contains("was not accepted", StringComparison.Ordinal)).Take(80))}");
        }
    }

    private async Task AssertReadableAsync(string id)
    {
        var incident = await cluster.Api.GetAsync($"/v1/incidents/{id}", Ct);
        Assert.Equal(id, incident.GetProperty("id").GetString());
        Assert.NotEmpty((await cluster.Api.GetAsync("/v1/incidents?limit=5", Ct)).GetProperty("items").EnumerateArray());
    }
}
