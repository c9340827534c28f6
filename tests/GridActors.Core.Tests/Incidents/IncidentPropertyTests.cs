using CsCheck;
using GridActors.Core.Incidents;
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
        Assert.Equal(story.Incident.IsOpen, story.Incident.Deadline is not null);
        Assert.Equal(story.Incident.IsOpen, story.Incident.Outcome is null);
        Assert.Equal(story.Incident.IsOpen, story.Incident.ClosedAt is null);
    });

    [Fact]
    public void The_deadline_it_waits_for_fits_its_phase() => Always(story =>
    {
        var incident = story.Incident;
        Assert.Equal(incident.AcceptedAt is null, incident.HandleDue is null);
        if (incident.Deadline is { Kind: var kind })
        {
            Assert.Equal(incident.Phase == IncidentPhase.Reported, kind == DeadlineKind.Accept);
            Assert.Equal(incident.AcceptedAt is null, kind == DeadlineKind.Accept);
            Assert.Equal(incident.OverdueSteps > 0, kind == DeadlineKind.Supervision);
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
    public void A_supervisor_watches_an_overdue_incident_from_a_tier_above_its_holder() => Always(story =>
    {
        if (story.Incident.Supervisor is { } supervisor)
        {
            Assert.True(supervisor.Tier > story.Incident.Holder.Tier, $"{supervisor} watches {story.Incident.Holder}");
            Assert.True(story.Incident.OverdueSteps > 0);
        }
    });

    [Fact]
    public void The_ledger_has_neither_gap_nor_overlap_and_ends_at_the_close() => Always(story =>
    {
        var ledger = IncidentLedger.Of(story.Events);

        Assert.Equal(story.Incident.ReportedAt, ledger[0].From);
        Assert.Equal(ledger.Skip(1).Select(i => (DateTimeOffset?)i.From), ledger.SkipLast(1).Select(i => i.To));
        Assert.All(ledger.SkipLast(1), i => Assert.True(i.From <= i.To));
        Assert.Equal(story.Incident.ClosedAt, ledger[^1].To);
        Assert.Equal(story.Incident.Holder, ledger[^1].Holder);
    });

    [Fact]
    public void It_never_falls_silent_while_it_is_open() => Always(story =>
    {
        if (story.Incident.IsOpen)
        {
            var version = story.Incident.Version;
            story.At(Later(story.Now, story.Incident.Deadline!.DueAt.AddMilliseconds(1))).ClockFires();

            Assert.True(story.Incident.Version > version);
            Assert.NotNull(story.Incident.Deadline);
        }
    });

    /// <summary>Lives random stories and looks at each after every step.</summary>
    private static void Always(Action<Story> look) => RandomStories.Plots.Sample(
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
        iter: Samples);

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static bool IsAboutWatching(Explanation why) => why.Rule is RoutingRule.HandleLimitExpired or RoutingRule.StillOverdue;
}
