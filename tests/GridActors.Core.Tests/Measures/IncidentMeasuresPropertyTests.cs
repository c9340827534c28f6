using CsCheck;
using GridActors.Core.Incidents;
using GridActors.Core.Measures;
using GridActors.Core.Tests.Incidents;
using GridActors.Core.Tests.WorkingTime;

namespace GridActors.Core.Tests.Measures;

/// <summary>What holds of every incident's part in the figures, at every moment of its life.</summary>
public sealed class IncidentMeasuresPropertyTests
{
    private const int Samples = 500;

    private static readonly (MeasureFigure Part, MeasureFigure Whole)[] _shares =
    [
        (MeasureFigure.Filed, MeasureFigure.Reported),
        (MeasureFigure.Responded, MeasureFigure.Filed),
        (MeasureFigure.HandledOnTime, MeasureFigure.Due),
        (MeasureFigure.ClosedOnTime, MeasureFigure.HandledOnTime),
        (MeasureFigure.Reworked, MeasureFigure.Handled),
        (MeasureFigure.Resolved, MeasureFigure.Closed),
        (MeasureFigure.Satisfied, MeasureFigure.Rated),
    ];

    /// <summary>Whatever is grouped by whatever, no rate is above one.</summary>
    [Fact]
    public void What_is_a_share_of_something_counts_where_that_does() => Always((_, counted) =>
    {
        foreach (var (part, whole) in _shares)
        {
            Assert.Subset(counted.Where(c => c.Figure == whole).ToHashSet(), counted.Where(c => c.Figure == part).Select(c => c with { Figure = whole }).ToHashSet());
        }
    });

    [Fact]
    public void Each_occurrence_of_a_figure_counts_once() => Always((_, counted) =>
        Assert.Equal(counted.Count, counted.Select(c => (c.Figure, c.Occurrence)).Distinct().Count()));

    [Fact]
    public void Figures_of_events_are_the_number_of_those_events() => Always((story, counted) =>
    {
        Assert.Single(counted, c => c.Figure == MeasureFigure.Reported);
        Is<ExtensionGranted>(MeasureFigure.Extended);
        Is<IncidentSuspended>(MeasureFigure.Suspended);
        Is<IncidentReopened>(MeasureFigure.Reopened);
        Is<IncidentOverdue>(MeasureFigure.Overdue);
        Is<IncidentRated>(MeasureFigure.Rated);
        Is<IncidentClosed>(MeasureFigure.Closed);

        void Is<TEvent>(MeasureFigure figure) => Assert.Equal(story.Events.Count(e => e is TEvent), counted.Count(c => c.Figure == figure));
    });

    [Fact]
    public void An_event_of_no_concern_changes_nothing() => Ended(story =>
    {
        var before = IncidentMeasures.Of([], Calendars.China);
        for (var i = 1; i <= story.Events.Count; i++)
        {
            var after = IncidentMeasures.Of(story.Events.Take(i), Calendars.China);
            if (!IncidentMeasures.Concern(story.Events[i - 1]))
            {
                Assert.Equal(before.AsEnumerable(), after);
            }

            before = after;
        }
    });

    [Fact]
    public void The_same_events_count_the_same() => Ended(story =>
        Assert.Equal(IncidentMeasures.Of(story.Events, Calendars.China).AsEnumerable(), IncidentMeasures.Of([.. story.Events], Calendars.China)));

    private static void Always(Action<Story, IReadOnlyList<Contribution>> look) => RandomStories.Plots.Sample(
        plot =>
        {
            var story = plot.Begin();
            foreach (var step in plot.Steps)
            {
                step(story);
                look(story, IncidentMeasures.Of(story.Events, Calendars.China));
            }
        },
        iter: Iterations.AtMost(Samples));

    private static void Ended(Action<Story> look) => RandomStories.Plots.Sample(
        plot => look(plot.Steps.Aggregate(plot.Begin(), (s, step) =>
        {
            step(s);
            return s;
        })),
        iter: Iterations.AtMost(Samples));
}
