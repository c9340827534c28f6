using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Escalations;
using GridActors.Core.Incidents;
using GridActors.Core.Measures;
using GridActors.Core.WorkingTime;
using GridActors.Grains.Divisions;
using GridActors.Grains.Measures;
using GridActors.Storage.Incidents;
using GridActors.Storage.Measures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace GridActors.Grains.Tests.Measures;

/// <summary>A follower over a journal and a store in memory that fail when the test says so.</summary>
public sealed class FollowerUnderTest : IIncidentFeed, IIncidentJournal, IMeasureStore, IRegionDirectory, IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly List<FeedEvent> _journal = [];
    private readonly Dictionary<IncidentId, ImmutableArray<Contribution>> _counted = [];
    private FeedPosition _position;

    public FollowerUnderTest()
    {
        var meters = _services.GetRequiredService<IMeterFactory>();
        Follower = new MeasureFollower(this, this, this, this, new MeasureMetrics(meters, Clock), new FakeLogger<MeasureFollower>());
        Lag = new MetricCollector<double>(meters, MeasureMetrics.MeterName, "gridactors.measures.lag");
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 1, 2, 3, 0, 0, TimeSpan.Zero));

    public MeasureFollower Follower { get; }

    public MetricCollector<double> Lag { get; }

    /// <summary>The most events that the feed gives at once, whatever is asked for.</summary>
    public int PageSize { get; init; } = int.MaxValue;

    /// <summary>Happens in front of a write.</summary>
    public Action OnWriting { get; set; } = () => { };

    /// <summary>Happens when a write is durable and before its writer hears of it.</summary>
    public Action OnWritten { get; set; } = () => { };

    /// <summary>How many incidents were read to be counted.</summary>
    public int LivesRead { get; private set; }

    public int Count(MeasureFigure figure) => _counted.Values.Sum(c => c.Count(x => x.Figure == figure));

    /// <summary>What is counted now, as text, by incident.</summary>
    public IEnumerable<string> Counted => Texts(_counted.ToDictionary(c => c.Key, c => c.Value));

    /// <summary>What the whole journal counts, as text, by incident.</summary>
    public IEnumerable<string> Recounted => Texts(_journal.GroupBy(e => e.Id).ToDictionary(
        life => life.Key, life => IncidentMeasures.Of(life.Select(e => e.Event), WorkingCalendar.Unpublished.UtcOffset)));

    /// <summary>Something that the rules must allow, a minute later.</summary>
    public void Do(IncidentId id, IncidentCommand command)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        var incident = IncidentEvolution.Replay(_journal.Where(e => e.Id == id).Select(e => e.Event))!;
        var chain = new PostChain([.. incident.Place.ListPosts().Select(p => new PostLink(p, IsStaffed: true))]);
        var answer = IncidentDecider.Decide(incident, command, new IncidentContext(chain, WorkingCalendar.Unpublished, EscalationPolicy.Default, [], null, []), Clock.GetUtcNow());
        Assert.Null(answer.Refusal);
        foreach (var change in answer.Events)
        {
            Append(id, change);
        }
    }

    public IncidentId Report()
    {
        var id = new IncidentId(Guid.CreateVersion7());
        var now = Clock.GetUtcNow();
        var post = Post.Of(TestRegion.Township);
        Append(id, new IncidentReported(
            now,
            Actor.Requester,
            id,
            TrackingCode.FromBits(1),
            new ReportContent("井盖缺失", "test", null, null, "digest"),
            new ReportedPlace([TestRegion.Grid], TestRegion.County, null),
            new PinnedItem(ItemCode.Parse("0101"), 1, Severity.S2, new Limit(15, LimitUnit.Minute), new Limit(2, LimitUnit.WorkHour)),
            post,
            [],
            new Deadline(now.AddMinutes(15), IsProvisional: false),
            new Explanation(now, RoutingRule.StartTier, post, [], 1, 1)));
        return id;
    }

    public void Append(IncidentId id, IncidentEvent change) =>
        _journal.Add(new FeedEvent(new FeedPosition(0, _journal.Count + 1), id, 1 + _journal.Count(e => e.Id == id), change));

    /// <summary>As another follower that had read the same would.</summary>
    public void MovePosition() => _position = _journal[^1].Position;

    Task<ImmutableArray<FeedEvent>> IIncidentFeed.ReadAsync(FeedPosition after, int limit, CancellationToken ct) =>
        Task.FromResult<ImmutableArray<FeedEvent>>([.. _journal.Where(e => e.Position.Position > after.Position).Take(Math.Min(limit, PageSize))]);

    Task<ImmutableArray<IncidentEvent>> IIncidentJournal.ReadEventsAsync(IncidentId id, CancellationToken ct)
    {
        LivesRead++;
        return Task.FromResult<ImmutableArray<IncidentEvent>>([.. _journal.Where(e => e.Id == id).Select(e => e.Event)]);
    }

    Task<AppendResult> IIncidentJournal.AppendAsync(IncidentAppend append, CancellationToken ct) => throw new NotSupportedException();

    Task<Incident?> IIncidentJournal.FindAsync(IncidentId id, CancellationToken ct) => throw new NotSupportedException();

    Task<FeedPosition> IMeasureStore.ReadPositionAsync(CancellationToken ct) => Task.FromResult(_position);

    Task<bool> IMeasureStore.WriteAsync(MeasureBatch batch, CancellationToken ct)
    {
        OnWriting();
        if (_position != batch.From)
        {
            return Task.FromResult(false);
        }

        _position = batch.To;
        foreach (var incident in batch.Incidents)
        {
            _counted[incident.Id] = incident.Contributions;
        }

        OnWritten();
        return Task.FromResult(true);
    }

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
