namespace GridActors.Api.Tests.Incidents;

/// <summary>Lives in which days pass. One after the other: they share a clock.</summary>
public sealed class TimedLifecycleTests(TimedApi api) : IClassFixture<TimedApi>
{
    private const string Lamp = "0103";

    [Fact]
    public async Task Suspended_over_the_holiday_it_resumes_by_itself_and_then_an_extended_one_becomes_overdue()
    {
        await SuspendOverTheHolidayAsync();
        await ExtendAndMissAsync();
    }

    /// <summary>Sixteen office hours are left on 24 January; the clocks go on in the middle of the holiday, and office hours on 5 February.</summary>
    private async Task SuspendOverTheHolidayAsync()
    {
        var id = (await api.ReportAsync(Lamp)).Id;
        await api.DoAsync(id, "accept");
        await api.DoAsync(id, "ask-suspension", new { until = "2025-01-29T11:00:00+08:00", reason = "The mast has to be ordered." });
        var suspended = await api.DoAsync(id, "decide-suspension", new { granted = true });
        Assert.Equal(("suspended", "null"), (suspended.Read("phase"), suspended.Read("handleDueAt")));
        Assert.Equal("suspended", (await api.TryAsync(id, "start")).Code);

        await api.PassAsync(DateTimeOffset.Parse("2025-01-29T12:30:00+08:00", null), deadlines: 1);
        var resumed = await api.GetAsync($"/v1/incidents/{id}");

        Assert.Equal(("accepted", "over"), (resumed.Read("phase"), resumed.Read("suspension", "status")));
        var due = resumed.Json.GetProperty("handleDueAt").GetDateTimeOffset();
        Assert.InRange(due, DateTimeOffset.Parse("2025-02-06T19:55:00+08:00", null), DateTimeOffset.Parse("2025-02-06T20:00:00+08:00", null));
        var ledger = await api.GetAsync($"/v1/incidents/{id}/ledger");
        var paused = Assert.Single(ledger.Items, i => !i.GetProperty("running").GetBoolean());
        Assert.Equal("2025-01-29T03:00:00Z", paused.GetProperty("to").GetString());
        await api.DoAsync(id, "void", new { reason = "The test is over." });
    }

    private async Task ExtendAndMissAsync()
    {
        var id = (await api.ReportAsync()).Id;
        var accepted = await api.DoAsync(id, "accept");
        await api.DoAsync(id, "ask-extension", new { reason = "Frozen ground." });
        Assert.Equal("not_decider", (await api.TryAsync(id, "decide-extension", new { granted = true, by = Demo.Township })).Code);
        var granted = await api.DoAsync(id, "decide-extension", new { granted = true });
        var due = granted.Json.GetProperty("handleDueAt").GetDateTimeOffset();
        Assert.Equal(TimeSpan.FromHours(2), due - accepted.Json.GetProperty("handleDueAt").GetDateTimeOffset());

        await api.PassAsync(due.AddMinutes(1), deadlines: 2);
        var overdue = await api.GetAsync($"/v1/incidents/{id}");

        Assert.True(overdue.Json.GetProperty("overdue").GetBoolean());
        Assert.Equal(Demo.County, overdue.Read("supervisor", "divisionCode"));
        Assert.Equal("already_overdue", (await api.TryAsync(id, "ask-extension", new { reason = "Still frozen." })).Code);
        Assert.Contains((await api.GetAsync($"/v1/incidents?overdue=true&under={Demo.Grid}")).Items, i => i.GetProperty("id").GetString() == id);
    }
}
