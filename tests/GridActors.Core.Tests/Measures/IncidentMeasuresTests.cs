using System.Collections.Immutable;
using GridActors.Core.Departments;
using GridActors.Core.Incidents;
using GridActors.Core.Measures;
using GridActors.Core.Tests.Incidents;
using GridActors.Core.Tests.WorkingTime;
using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.Incidents.Story;

namespace GridActors.Core.Tests.Measures;

public sealed class IncidentMeasuresTests
{
    private static readonly DateOnly _monday = new(2025, 3, 3);

    [Fact]
    public void A_report_counts_on_its_day_under_its_grid()
    {
        var counted = Count(Reported());

        Assert.Equal([new Contribution(MeasureFigure.Reported, 1, _monday, "652301001001001", null, null)], counted);
    }

    [Fact]
    public void A_worker_is_counted_for_what_it_reported()
    {
        var story = new Story();
        var counted = Count(story.Do(story.Report(by: Wang)));

        Assert.Equal(Wang, counted.Single(c => c.Figure == MeasureFigure.Reported).Worker);
    }

    [Fact]
    public void The_day_is_that_of_the_county()
    {
        var story = new Story().At("2025-03-04 00:30");
        var counted = Count(story.Do(story.Report()));

        Assert.Equal(_monday.AddDays(1), Assert.Single(counted).Day);
    }

    [Fact]
    public void An_acceptance_files_the_report_on_the_day_of_the_report()
    {
        var counted = Count(Reported().After(TimeSpan.FromMinutes(15)).Do(new AcceptIncident()));

        Assert.Equal(_monday, counted.Single(c => c.Figure == MeasureFigure.Filed).Day);
        Assert.Contains(counted, c => c.Figure == MeasureFigure.Responded);
        Assert.Contains(counted, c => c.Figure == MeasureFigure.Due);
    }

    [Fact]
    public void What_had_to_climb_before_it_was_accepted_is_filed_and_not_responded()
    {
        var counted = Count(Reported().DeadlinePasses().Do(new AcceptIncident()));

        Assert.Contains(counted, c => c.Figure == MeasureFigure.Filed);
        Assert.DoesNotContain(counted, c => c.Figure == MeasureFigure.Responded);
    }

    [Fact]
    public void A_close_by_the_deadline_is_handled_closed_and_resolved_in_time()
    {
        var counted = Count(Closed());

        Assert.Equal(
            [
                MeasureFigure.Reported, MeasureFigure.Filed, MeasureFigure.Responded, MeasureFigure.Due, MeasureFigure.HandledOnTime,
                MeasureFigure.ClosedOnTime, MeasureFigure.Handled, MeasureFigure.Closed, MeasureFigure.Resolved,
            ],
            counted.Select(c => c.Figure));
        Assert.All(counted.Where(c => c.Figure >= MeasureFigure.Due), c => Assert.Equal(Wang, c.Worker));
    }

    [Fact]
    public void A_result_exactly_at_the_deadline_is_in_time_and_a_close_after_it_is_not()
    {
        var story = Accepted();
        var counted = Count(story.At(story.Incident.HandleDue!.Value.At).Do(new SubmitResult("Done", By(Wang)))
            .After(TimeSpan.FromMinutes(1)).Do(new CloseIncident(IncidentOutcome.Resolved)));

        Assert.Contains(counted, c => c.Figure == MeasureFigure.HandledOnTime);
        Assert.DoesNotContain(counted, c => c.Figure == MeasureFigure.ClosedOnTime);
        Assert.Contains(counted, c => c.Figure == MeasureFigure.Closed);
    }

    [Fact]
    public void A_missed_deadline_is_overdue_on_its_day()
    {
        var story = Accepted().DeadlinePasses();
        var due = story.Incident.HandleDue!.Value.At;
        var counted = Count(story.At(due.AddDays(2)).ClockFires());

        Assert.Equal(_monday, counted.Single(c => c.Figure == MeasureFigure.Overdue).Day);
        Assert.DoesNotContain(counted, c => c.Figure == MeasureFigure.HandledOnTime);
    }

    [Fact]
    public void A_failed_check_takes_the_result_back()
    {
        var counted = Count(Handled().Do(new CheckResult(Passed: false, "Still open")));

        Assert.Contains(counted, c => c is { Figure: MeasureFigure.Reworked, Occurrence: 1 } && c.Worker == Wang);
        Assert.DoesNotContain(counted, c => c.Figure == MeasureFigure.HandledOnTime);
        Assert.Contains(counted, c => c.Figure == MeasureFigure.Handled);
    }

    [Fact]
    public void A_reopened_incident_was_not_resolved_and_is_due_once_more()
    {
        var story = Closed();
        var counted = Count(story.After(TimeSpan.FromDays(1)).Do(new ReopenIncident(story.Incident.TrackingCode, "Not fixed")));

        Assert.Equal(2, counted.Count(c => c.Figure == MeasureFigure.Due));
        Assert.Single(counted, c => c.Figure == MeasureFigure.HandledOnTime);
        Assert.Contains(counted, c => c.Figure == MeasureFigure.Closed);
        Assert.DoesNotContain(counted, c => c.Figure == MeasureFigure.Resolved);
        Assert.Contains(counted, c => c.Figure == MeasureFigure.Reworked);
        Assert.Contains(counted, c => c.Figure == MeasureFigure.Reopened && c.Day == _monday.AddDays(1) && c.Worker == Wang);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(5, true)]
    public void A_rating_of_four_or_five_is_satisfied(int score, bool isSatisfied)
    {
        var story = Closed();
        var counted = Count(story.Do(new RateIncident(story.Incident.TrackingCode, score, "")));

        Assert.Contains(counted, c => c.Figure == MeasureFigure.Rated);
        Assert.Equal(isSatisfied, counted.Any(c => c.Figure == MeasureFigure.Satisfied));
    }

    [Fact]
    public void A_department_is_counted_for_what_it_leads_and_what_it_returned()
    {
        var returned = Count(Dispatched().Do(new ReturnTask(Water, "Not ours")));
        var handled = Count(Dispatched().Do(new SubmitTaskResult(Water, "Done")));

        Assert.Equal(Water, returned.Single(c => c.Figure == MeasureFigure.Returned).Department);
        Assert.Null(returned.Single(c => c.Figure == MeasureFigure.Due).Department);
        Assert.All(handled.Where(c => c.Figure is MeasureFigure.Due or MeasureFigure.HandledOnTime or MeasureFigure.Handled), c => Assert.Equal(Water, c.Department));
    }

    [Fact]
    public void An_extension_moves_the_day_on_which_it_is_due()
    {
        var story = Reported(ItemOf(Tier.Township, new Limit(15, LimitUnit.Minute), new Limit(2, LimitUnit.NaturalDay))).Do(new AcceptIncident());
        var before = Count(story).Single(c => c.Figure == MeasureFigure.Due);

        var counted = Count(story.Do(new AskExtension("More time", By(Township))).Do(new DecideExtension(IsGranted: true, "", By(County))));

        Assert.Equal(before with { Day = before.Day.AddDays(2) }, counted.Single(c => c.Figure == MeasureFigure.Due));
        Assert.Contains(counted, c => c.Figure == MeasureFigure.Extended);
    }

    [Fact]
    public void What_is_suspended_is_not_due()
    {
        var story = Accepted();
        var counted = Count(story.Do(new AskSuspension(story.Now.AddDays(3), "Frost", By(Township))).Do(new DecideSuspension(IsGranted: true, "", By(County))));

        Assert.Contains(counted, c => c.Figure == MeasureFigure.Suspended);
        Assert.DoesNotContain(counted, c => c.Figure == MeasureFigure.Due);
    }

    [Fact]
    public void What_was_void_was_reported_and_filed_and_never_due()
    {
        var counted = Count(Accepted().Do(new VoidIncident("A test")));

        Assert.Equal([MeasureFigure.Reported, MeasureFigure.Filed, MeasureFigure.Responded], counted.Select(c => c.Figure));
    }

    [Fact]
    public void Rates_are_shares_of_sums_and_nothing_has_none()
    {
        var rates = MeasureRates.Of(f => f switch { MeasureFigure.Reported => 3, MeasureFigure.Filed => 2, MeasureFigure.Due => 4, _ => 0 });

        Assert.Equal(0.6667m, rates.Filing);
        Assert.Equal(0m, rates.OnTimeHandling);
        Assert.Null(rates.Satisfaction);
    }

    private static ImmutableArray<Contribution> Count(Story story) => IncidentMeasures.Of(story.Events, Calendars.China);
}
