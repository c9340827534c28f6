namespace GridActors.Cli.Tests.Simulations;

/// <summary>Expected instants were worked out by hand from the office hours 10:00-14:00 and 16:00-20:00. Columns: holder, climbs, accept due, accepted, handle due, closed, overdue.</summary>
public sealed class SimulatedTimesTests(SimulatedTimesTests.Run run) : IClassFixture<SimulatedTimesTests.Run>
{
    private const string East = "652301001001001";
    private const string West = "652301001002001";

    [Fact]
    public void A_report_on_a_holiday_counts_from_the_next_opening_and_a_close_at_the_deadline_is_in_time() =>
        Assert.Equal("township,0,2025-01-02T12:00:00+08:00,2025-01-01T12:37:00+08:00,2025-01-02T14:00:00+08:00,2025-01-02T14:00:00+08:00,false", run.Result.OutcomeOf("holiday"));

    [Fact]
    public void A_weekend_is_skipped_and_a_close_a_second_after_the_deadline_is_overdue() =>
        Assert.Equal("township,0,2025-01-06T11:30:00+08:00,2025-01-03T20:07:00+08:00,2025-01-06T14:00:00+08:00,2025-01-06T14:00:01+08:00,true", run.Result.OutcomeOf("weekend"));

    [Fact]
    public void The_lunch_break_does_not_count_and_an_open_incident_is_overdue_at_the_end() =>
        Assert.Equal("township,0,2025-01-06T17:30:00+08:00,2025-01-06T14:07:00+08:00,2025-01-06T20:00:00+08:00,,true", run.Result.OutcomeOf("lunch"));

    [Fact]
    public void A_limit_used_up_at_a_closing_ends_there_and_a_work_day_is_eight_hours_of_office_time() =>
        Assert.Equal("township,0,2025-01-06T14:00:00+08:00,2025-01-06T10:37:00+08:00,2025-01-07T10:37:00+08:00,2025-01-07T10:37:00+08:00,false", run.Result.OutcomeOf("closing"));

    [Fact]
    public void A_worked_Sunday_counts() =>
        Assert.Equal("township,0,2025-01-26T12:00:00+08:00,2025-01-26T09:37:00+08:00,2025-01-26T14:00:00+08:00,2025-01-26T13:00:00+08:00,false", run.Result.OutcomeOf("sunday"));

    [Fact]
    public void A_week_of_holidays_is_skipped() =>
        Assert.Equal("township,0,2025-02-05T13:00:00+08:00,2025-01-27T19:37:00+08:00,2025-02-05T19:37:00+08:00,2025-02-05T19:37:00+08:00,false", run.Result.OutcomeOf("spring"));

    [Fact]
    public void An_urgent_report_climbs_with_the_full_limit_at_every_tier_also_at_night() =>
        Assert.Equal("prefecture,2,2025-01-07T03:15:00+08:00,2025-01-07T03:37:00+08:00,2025-01-07T05:37:00+08:00,2025-01-07T05:00:00+08:00,false", run.Result.OutcomeOf("ladder"));

    [Fact]
    public void An_acceptance_exactly_at_the_deadline_is_in_time() =>
        Assert.Equal("township,0,2025-01-07T04:37:00+08:00,2025-01-07T04:37:00+08:00,2025-01-07T06:37:00+08:00,2025-01-07T05:00:00+08:00,false", run.Result.OutcomeOf("exact"));

    [Fact]
    public void A_village_whose_officer_is_on_duty_holds_its_report() =>
        Assert.Equal("village,0,2025-01-07T19:59:59+08:00,2025-01-07T18:36:59+08:00,2025-01-08T18:36:59+08:00,2025-01-08T18:00:00+08:00,false", run.Result.OutcomeOf("staffed"));

    [Fact]
    public void A_vacant_village_is_skipped() =>
        Assert.Equal("township,0,2025-01-08T12:00:00+08:00,2025-01-07T21:07:00+08:00,2025-01-08T20:00:00+08:00,2025-01-08T20:00:00+08:00,false", run.Result.OutcomeOf("vacant"));

    [Fact]
    public void A_report_closed_before_its_holder_would_accept_is_accepted_when_it_is_closed() =>
        Assert.Equal("township,0,2025-01-08T12:00:00+08:00,2025-01-08T10:10:00+08:00,2025-01-08T16:10:00+08:00,2025-01-08T10:10:00+08:00,false", run.Result.OutcomeOf("early"));

    [Fact]
    public void The_summary_counts_what_the_incidents_say()
    {
        var summary = run.Result;

        Assert.Equal((0, ""), (summary.Command.ExitCode, summary.Command.Error));
        Assert.Equal((12, 11, 0, 0, 1), (summary.Count("rows"), summary.Count("routed"), summary.Count("refused"), summary.Count("warnings"), summary.Count("later")));
        Assert.Equal((2, 2), (summary.Count("escalations"), summary.Count("overdue")));
        Assert.Equal("""{"prefecture":1,"township":9,"village":1}""", System.Text.Json.JsonSerializer.Serialize(summary.Summary.GetProperty("byHolderTier")));
        Assert.Equal(12, summary.Incidents.Count);
    }

    /// <summary>One simulation for all tests of the class.</summary>
    public sealed class Run : IAsyncLifetime
    {
        internal SimulationResult Result { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Result = await SimulationResult.OfAsync(
            Report("holiday", "2025-01-01T12:00:00", "2025-01-02T14:00:00", "0102"),
            Report("weekend", "2025-01-03T19:30:00", "2025-01-06T14:00:01", "0102"),
            Report("lunch", "2025-01-06T13:30:00", null, "0102"),
            Report("closing", "2025-01-06T10:00:00", "2025-01-07T10:37:00", "0104"),
            Report("sunday", "2025-01-26T09:00:00", "2025-01-26T13:00:00", "0102"),
            Report("spring", "2025-01-27T19:00:00", "2025-02-05T19:37:00", "0104"),
            Report("ladder", "2025-01-07T03:00:00", "2025-01-07T05:00:00", "0101"),
            Report("exact", "2025-01-07T04:00:00", "2025-01-07T05:00:00", "0105"),
            Report("staffed", "2025-01-07T17:59:59", "2025-01-08T18:00:00", "0103", West),
            Report("vacant", "2025-01-07T20:30:00", "2025-01-08T20:00:00", "0103", West),
            Report("early", "2025-01-08T10:00:00", "2025-01-08T10:10:00", "0102"),
            Report("later", "2025-03-01T10:00:00", null, "0102"));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static string Report(string id, string reportedAt, string? closedAt, string item, string grid = East) =>
            $"{id},{reportedAt}+08:00,{(closedAt is null ? "" : closedAt + "+08:00")},{item},{grid},,,Something is broken,app";
    }
}
