using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using GridActors.Core.Divisions;
using GridActors.Core.Escalations;
using GridActors.Core.Incidents;
using GridActors.Core.Measures;
using GridActors.Core.WorkingTime;
using GridActors.Grains.Divisions;
using GridActors.Grains.Measures;
using GridActors.Grains.Tests.Incidents;
using GridActors.Storage.Incidents;
using GridActors.Storage.Measures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Testing;

namespace GridActors.Grains.Tests.Measures;

/// <summary>A follower over a journal and a store in memory that fail when the test says so.</summary>
public sealed class FollowerUnderTest : JournalInMemory, IMeasureStore, IRegionDirectory, IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly Dictionary<IncidentId, ImmutableArray<Contribution>> _counted = [];

    public FollowerUnderTest()
    {
        var meters = _services.GetRequiredService<IMeterFactory>();
        Follower = new MeasureFollower(this, this, this, this, new MeasureMetrics(meters, Clock), new FakeLogger<MeasureFollower>());
        Lag = new MetricCollector<double>(meters, MeasureMetrics.MeterName, "gridactors.measures.lag");
    }

    public MeasureFollower Follower { get; }

    public MetricCollector<double> Lag { get; }

    public int Count(MeasureFigure figure) => _counted.Values.Sum(c => c.Count(x => x.Figure == figure));

    /// <summary>What is counted now, as text, by incident.</summary>
    public IEnumerable<string> Counted => Texts(_counted.ToDictionary(c => c.Key, c => c.Value));

    /// <summary>What the whole journal counts, as text, by incident.</summary>
    public IEnumerable<string> Recounted => Texts(Journal.GroupBy(e => e.Id).ToDictionary(
        life => life.Key, life => IncidentMeasures.Of(life.Select(e => e.Event), WorkingCalendar.Unpublished.UtcOffset)));

    /// <summary>Something that the rules must allow, a minute later.</summary>
    public void Do(IncidentId id, IncidentCommand command)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        var incident = IncidentEvolution.Replay(Journal.Where(e => e.Id == id).Select(e => e.Event))!;
        var chain = new PostChain([.. incident.Place.ListPosts().Select(p => new PostLink(p, IsStaffed: true))]);
        var answer = IncidentDecider.Decide(incident, command, new IncidentContext(chain, WorkingCalendar.Unpublished, EscalationPolicy.Default, [], null, []), Clock.GetUtcNow());
        Assert.Null(answer.Refusal);
        foreach (var change in answer.Events)
        {
            Append(id, change);
        }
    }

    Task<FeedPosition> IMeasureStore.ReadPositionAsync(CancellationToken ct) => Task.FromResult(Position);

    Task<bool> IMeasureStore.WriteAsync(MeasureBatch batch, CancellationToken ct) => Task.FromResult(TryWrite(batch.From, batch.To, () =>
    {
        foreach (var incident in batch.Incidents)
        {
            _counted[incident.Id] = incident.Contributions;
        }
    }));

    Task<ImmutableArray<MeasureSum>> IMeasureStore.SumAsync(MeasureFilter filter, MeasureGrouping grouping, string? after, int limit, CancellationToken ct) =>
        throw new NotSupportedException();

    Task<ImmutableArray<MeasureEntry>> IMeasureStore.ListAsync(MeasureFilter filter, MeasureFigure figure, MeasureEntryCursor? after, int limit, CancellationToken ct) =>
        throw new NotSupportedException();

    ValueTask<RegionSnapshot> IRegionDirectory.AtLeastAsync(int revision, CancellationToken ct) => ValueTask.FromResult(RegionSnapshot.Empty);

    Task<RegionSnapshot> IRegionDirectory.RefreshAsync(CancellationToken ct) => Task.FromResult(RegionSnapshot.Empty);

    private static IEnumerable<string> Texts(Dictionary<IncidentId, ImmutableArray<Contribution>> counted) =>
        counted.OrderBy(c => c.Key.Value).SelectMany(c => c.Value.Select(row => $"{c.Key}: {row}"));

    public void Dispose()
    {
        Lag.Dispose();
        Follower.Dispose();
        _services.Dispose();
    }
}
