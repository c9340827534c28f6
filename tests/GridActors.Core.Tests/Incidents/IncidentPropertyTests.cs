using CsCheck;
using GridActors.Core.Departments;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;
using GridActors.Storage.Incidents;

namespace GridActors.Core.Tests.Incidents;

/// <summary>What holds at every moment of every incident, whatever happens to it.</summary>
public sealed class IncidentPropertyTests
{
    private const int Samples = 2_000;

    [Fact]
    public void One_post_on_the_chain_holds_it_and_the_last_routing_decision_says_so() => Always(story =>
    {
        Assert.True(story.Context.Chain.Includes(story.Incident.Holder));
        Assert.Equal(story.Incident.Holder, story.Incident.Why.Last(w => !IsAboutWatching(w)).To);
    });

    [Fact]
    public void It_waits_for_a_deadline_exactly_while_it_is_open() => Always(story =>
    {
        Assert.Equal(story.Incident.IsOpen, story.Incident.NextDeadline is not null);
        Assert.Equal(story.Incident.IsOpen, story.Incident.Outcome is null);
        Assert.Equal(story.Incident.IsOpen, story.Incident.ClosedAt is null);
    });

    [Fact]
    public void The_deadline_it_waits_for_fits_its_phase() => Always(story =>
    {
        var incident = story.Incident;
        Assert.Equal(incident.AcceptedAt is null || incident.Phase == IncidentPhase.Suspended, incident.HandleDue is null);
        if (incident.Deadline is { Kind: var kind })
        {
            Assert.Equal(incident.Phase == IncidentPhase.Reported, kind == DeadlineKind.Accept);
            Assert.Equal(incident.Phase == IncidentPhase.Suspended, kind == DeadlineKind.Resume);
            Assert.Equal(incident.OverdueSteps > 0, kind == DeadlineKind.Supervision);
        }
    });

    [Fact]
    public void No_department_waits_longer_than_the_clock() => Always(story =>
    {
        var waiting = story.Incident.IsOpen ? story.Incident.OpenTasks.Where(t => !t.IsOverdue && t.Due is not null) : [];
        Assert.All(waiting, t => Assert.True(story.Incident.NextDeadline!.DueAt <= t.Due!.Value.At));
    });

    [Fact]
    public void Departments_have_one_lead_and_their_clocks_stand_still_with_the_incident() => Always(story =>
    {
        var tasks = story.Incident.Dispatch?.Tasks ?? [];
        Assert.Equal(tasks.Length, tasks.Select(t => t.Department).Distinct().Count());
        Assert.InRange(tasks.Count(t => t is { IsLead: true, IsOpen: true }), 0, 1);
        Assert.InRange(story.Incident.Dispatch?.Returns ?? 0, 0, Dispatch.MaxReturns);
        if (story.Incident.IsOpen)
        {
            Assert.All(tasks, t => Assert.Equal(t.IsOpen && story.Incident.Phase != IncidentPhase.Suspended, t.Due is not null));
            Assert.Equal(story.Incident.Phase == IncidentPhase.Dispatched, story.Incident.Dispatch?.Lead?.Status == DepartmentTaskStatus.Dispatched && story.Incident.Phase != IncidentPhase.Suspended);
        }
    });

    [Fact]
    public void Clocks_are_never_negative() => Always(story =>
    {
        Assert.True((story.Incident.Run?.Left ?? TimeSpan.Zero) >= TimeSpan.Zero);
        Assert.All(story.Incident.Dispatch?.Tasks ?? [], t => Assert.True(t.Run.Left >= TimeSpan.Zero));
        Assert.All(LedgerOf(story).Own, i => Assert.True(i.Elapsed >= TimeSpan.Zero && !(i.To < i.From)));
    });

    [Fact]
    public void An_emergency_never_stops_and_never_gets_longer() => Always(story =>
    {
        if (story.Incident.IsEmergency)
        {
            Assert.Null(story.Incident.Suspension);
            Assert.Equal(0, story.Incident.Extensions);
        }
    });

    /// <summary>What ran and what is left are the limit, once more for each extension, however often it stood still.</summary>
    [Fact]
    public void What_ran_and_what_is_left_are_the_limit() => OnOneCalendar(story =>
    {
        var incident = story.Incident;
        if (incident is { HandleDue: { } due, AcceptedAt: { } acceptedAt, Reopenings: 0, IsOpen: true } && due.At >= story.Now)
        {
            var ran = LedgerOf(story).Own.Where(i => i.Clock == LedgerClock.Handle).Aggregate(TimeSpan.Zero, (sum, i) => sum + i.Elapsed);
            var left = story.Calendar.Elapsed(story.Now, due.At, incident.Item.HandleLimit.Unit);
            Assert.Equal(story.Calendar.RunningTime(acceptedAt, incident.Item.HandleLimit) * (1 + incident.Extensions), ran + left);
        }
    });

    [Fact]
    public void Its_version_is_the_number_of_its_events() => Always(story => Assert.Equal(story.Events.Count, story.Incident.Version));

    [Fact]
    public void Replaying_the_stored_events_gives_the_stored_state() => Always(story =>
    {
        var stored = story.Events.Select(e => IncidentEventKinds.Read(IncidentEventKinds.KindOf(e), IncidentEventKinds.Write(e)));
        var replayed = IncidentEvolution.Replay(stored)!;

        Assert.Equal(IncidentFormat.Write(story.Incident), IncidentFormat.Write(replayed));
        Assert.Equal(IncidentFormat.Write(story.Incident), IncidentFormat.Write(IncidentFormat.Read(IncidentFormat.Write(story.Incident))));
    });

    [Fact]
    public void A_refusal_leaves_no_trace() => Always(story =>
    {
        if (story.Answer.Refusal is not null)
        {
            Assert.Empty(story.Answer.Events);
        }
    });

    [Fact]
    public void A_supervisor_watches_from_a_tier_above_the_holder() => Always(story =>
    {
        if (story.Incident.Supervisor is { } supervisor)
        {
            Assert.True(supervisor.Tier > story.Incident.Holder.Tier, $"{supervisor} watches {story.Incident.Holder}");
        }
    });

    [Fact]
    public void The_ledger_begins_at_the_report_has_neither_gap_nor_overlap_and_ends_at_the_close() => Always(story =>
    {
        var ledger = LedgerOf(story).Own;
        var wasReopened = story.Events.Any(e => e is IncidentReopened or IncidentUnmerged);

        Assert.Equal(story.Incident.ReportedAt, ledger[0].From);
        Assert.All(ledger.Zip(ledger.Skip(1)), pair => Assert.True(wasReopened ? pair.First.To <= pair.Second.From : pair.First.To == pair.Second.From));
        Assert.Equal(story.Incident.ClosedAt, ledger[^1].To);
    });

    [Fact]
    public void It_never_falls_silent_while_it_is_open() => Always(story =>
    {
        if (story.Incident.IsOpen)
        {
            var version = story.Incident.Version;
            story.At(Later(story.Now, story.Incident.NextDeadline!.DueAt.AddMilliseconds(1))).ClockFires();

            Assert.True(story.Incident.Version > version);
            Assert.NotNull(story.Incident.NextDeadline);
        }
    });

    private static IncidentLedger LedgerOf(Story story) =>
        IncidentLedger.Of(story.Events, new CalendarHistory(new CalendarInForce(DateTimeOffset.MinValue, story.Calendar)), story.Now);

    /// <summary>Lives random stories and looks at each after every step.</summary>
    private static void Always(Action<Story> look) => Live(RandomStories.Plots, look);

    private static void OnOneCalendar(Action<Story> look) => Live(RandomStories.PlotsOnOneCalendar, look);

    private static void Live(Gen<(Func<Story> Begin, Action<Story>[] Steps)> plots, Action<Story> look) => plots.Sample(
        plot =>
        {
            var story = plot.Begin();
            look(story);
            foreach (var step in plot.Steps)
            {
                step(story);
                look(story);
            }
        },
        iter: Iterations.AtMost(Samples));

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static bool IsAboutWatching(Explanation why) => why.Rule is RoutingRule.HandleLimitExpired or RoutingRule.StillOverdue;
}
