using System.Collections.Immutable;
using CsCheck;
using GridActors.Core.Measures;
using GridActors.Core.Tests.Incidents;
using GridActors.Core.Tests.WorkingTime;
using GridActors.Storage.Incidents;

namespace GridActors.Core.Tests.Measures;

/// <summary>Counting incidents piece by piece, wherever the pieces end, comes to the same as counting them at the end.</summary>
public sealed class CountedStorePropertyTests
{
    private const int Samples = 500;

    private static readonly Gen<Story> _lives = RandomStories.Plots.Select(plot => plot.Steps.Aggregate(plot.Begin(), (story, step) =>
    {
        step(story);
        return story;
    }));

    [Fact]
    public void Counted_after_each_append_it_is_what_all_events_count_at_the_end() => RandomStories.Plots.Sample(
        plot =>
        {
            var (story, store, counted) = (plot.Begin(), new CountedStore(), 0);
            CountNew();
            foreach (var step in plot.Steps)
            {
                step(story);
                CountNew();
            }

            Assert.Equal(Recomputed(story).AsEnumerable(), store.Rows);

            void CountNew()
            {
                store.Count(story.Events, story.Events.Count - counted);
                counted = story.Events.Count;
            }
        },
        iter: Iterations.AtMost(Samples));

    [Fact]
    public void Wherever_a_page_of_the_journal_ends_the_count_is_the_same() => Gen.Select(_lives, Gen.Int[1, 7].Array[1, 60]).Sample(
        (story, pages) =>
        {
            var (store, read) = (new CountedStore(), 0);
            for (var page = 0; read < story.Events.Count; page++)
            {
                var size = Math.Min(pages[page % pages.Length], story.Events.Count - read);
                read += size;
                store.Count([.. story.Events.Take(read)], size);
            }

            Assert.Equal(Recomputed(story).AsEnumerable(), store.Rows);
        },
        iter: Iterations.AtMost(Samples));

    /// <summary>As after a restart from an old position, or by somebody who had read less: the last count decides.</summary>
    [Fact]
    public void Whatever_was_counted_before_in_whatever_order_the_whole_replaces_it() => Gen.Select(_lives, Gen.Int[0, 99].Array[0, 20]).Sample(
        (story, shares) =>
        {
            var store = new CountedStore();
            foreach (var length in shares.Select(share => 1 + (share * (story.Events.Count - 1) / 100)))
            {
                store.Count([.. story.Events.Take(length)], length);
            }

            store.Count(story.Events, story.Events.Count);

            Assert.Equal(Recomputed(story).AsEnumerable(), store.Rows);
        },
        iter: Iterations.AtMost(Samples));

    [Fact]
    public void No_rate_of_anybody_is_above_one() => _lives.Array[1, 12].Sample(
        stories =>
        {
            var counted = stories.SelectMany(s => IncidentMeasures.Of(s.Events, Calendars.China)).ToList();
            Func<Contribution, object?>[] groupings = [_ => null, c => c.Day, c => c.PlaceCode, c => c.Worker, c => c.Department, c => c.PlaceCode[..6]];
            foreach (var group in groupings.SelectMany(by => counted.GroupBy(by)))
            {
                var rates = MeasureRates.Of(figure => group.Count(c => c.Figure == figure));
                decimal?[] all = [rates.Filing, rates.OnTimeHandling, rates.OnTimeClosing, rates.Rework, rates.Response, rates.Resolution, rates.Satisfaction];
                Assert.All(all, rate => Assert.InRange(rate ?? 0, 0, 1));
            }
        },
        iter: Iterations.AtMost(Samples / 5));

    /// <summary>From the events as they are stored.</summary>
    private static ImmutableArray<Contribution> Recomputed(Story story) => IncidentMeasures.Of(
        story.Events.Select(e => IncidentEventKinds.Read(IncidentEventKinds.KindOf(e), IncidentEventKinds.Write(e))), Calendars.China);
}
