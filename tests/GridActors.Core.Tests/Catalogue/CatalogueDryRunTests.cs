using System.Collections.Immutable;
using CsCheck;
using GridActors.Core.Catalogue;
using GridActors.Core.Escalations;
using GridActors.Core.Incidents;
using GridActors.Core.Tests.Incidents;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Tests.Catalogue;

public sealed class CatalogueDryRunTests
{
    [Fact]
    public void Under_the_same_item_nothing_differs()
    {
        var story = Story.Handled().Do(new CheckResult(true, ""));

        var compared = Assert.IsType<Compared>(Run(story, story.Item));

        Assert.False(compared.Differs);
        Assert.Equal(
            new Replayed(story.Incident.ReportedAt.AddMinutes(15), 0, story.Incident.HandleDue!.Value.At, IsOverdue: false),
            compared.Pinned);
    }

    [Fact]
    public void A_shorter_accept_limit_would_have_climbed_and_whoever_held_it_then_accepts()
    {
        var story = Story.Reported().After(TimeSpan.FromMinutes(10)).Do(new AcceptIncident(Story.By(Story.Township)));

        var compared = Assert.IsType<Compared>(Run(story, story.Item with { AcceptLimit = new Limit(4, LimitUnit.Minute) }));

        Assert.Equal((0, 2), (compared.Pinned.AcceptEscalations, compared.Draft.AcceptEscalations));
        Assert.Equal(compared.Pinned.HandleDue, compared.Draft.HandleDue);
        Assert.Equal(story.Incident.ReportedAt.AddMinutes(4), compared.Draft.AcceptDue);
    }

    [Fact]
    public void A_longer_handle_limit_would_not_have_been_overdue()
    {
        var story = Story.Accepted();
        var until = story.Now.AddHours(10);

        var compared = Assert.IsType<Compared>(Run(story, story.Item with { HandleLimit = new Limit(12, LimitUnit.UrgentHour) }, until));

        Assert.Equal((true, false), (compared.Pinned.IsOverdue, compared.Draft.IsOverdue));
    }

    [Fact]
    public void An_item_that_the_draft_lacks_is_not_on_the_list() => Assert.IsType<NotOnList>(Run(Story.Accepted(), draft: null));

    [Fact]
    public void An_event_that_no_command_is_known_for_is_told_and_not_thrown()
    {
        var story = Story.Accepted();
        ImmutableArray<IncidentEvent> events = [.. story.Events, new IncidentHandledOnSpot(story.Now, Story.By(Story.Township), "Done.")];

        var result = CatalogueDryRun.Compare(events, story.Item, story.Item, World(story), story.Now);

        Assert.Equal(new NotReplayed("incident_handled_on_spot"), result);
    }

    [Fact]
    public void Without_the_version_that_it_was_reported_under_nothing_is_guessed()
    {
        var story = Story.Accepted();

        Assert.Equal(new NotReplayed("pinned_version_unknown"), CatalogueDryRun.Compare([.. story.Events], null, story.Item, World(story), story.Now));
        Assert.Equal(new NotReplayed("no_events"), CatalogueDryRun.Compare([], story.Item, story.Item, World(story), story.Now));
    }

    [Fact]
    public void Whatever_happened_to_it_the_same_item_makes_no_difference_and_nothing_is_thrown() => RandomStories.Plots.Sample(
        (begin, steps) =>
        {
            var story = begin();
            foreach (var step in steps)
            {
                step(story);
            }

            var result = Run(story, story.Item);

            Assert.True(result is NotReplayed or Compared { Differs: false }, result.ToString());
        },
        iter: Iterations.AtMost(100));

    private static DryRunResult Run(Story story, CatalogueItem? draft, DateTimeOffset? until = null) =>
        CatalogueDryRun.Compare([.. story.Events], story.Item, draft, World(story), until ?? story.Now);

    private static ReplayWorld World(Story story) =>
        new(_ => story.Context.Chain, new CalendarHistory(new CalendarInForce(default, story.Calendar)), EscalationPolicy.Default, story.Context.Departments, story.ReporterRole);
}
