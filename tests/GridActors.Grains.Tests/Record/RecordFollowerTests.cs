using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Grains.Incidents;
using GridActors.Grains.Record;
using GridActors.Storage.Incidents;
using GridActors.Storage.Record;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace GridActors.Grains.Tests.Record;

public sealed class RecordFollowerTests : IRecordStore, IDisposable
{
    private static readonly DivisionCode s_county = DivisionCode.Parse("652301000000");

    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 1, 2, 3, 0, 0, TimeSpan.Zero));
    private readonly RecordKey _key = RecordKey.New();
    private readonly List<Checkpoint> _written = [];
    private readonly RecordFollower _follower;
    private readonly MetricCollector<double> _lag;
    private readonly MetricCollector<long> _signed;
    private int _events;
    private bool _isOvertaken;
    private FeedPosition _position;

    public RecordFollowerTests()
    {
        var meters = _services.GetRequiredService<IMeterFactory>();
        _follower = new RecordFollower(new RecordSigner(this, _key, _clock), TimeSpan.FromMinutes(1), new RecordMetrics(meters, _clock), new FakeLogger<RecordFollower>());
        _lag = new MetricCollector<double>(meters, RecordMetrics.MeterName, "gridactors.record.lag");
        _signed = new MetricCollector<long>(meters, RecordMetrics.MeterName, "gridactors.record.checkpoints");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_signs_stretch_by_stretch_until_nothing_is_left()
    {
        _events = (2 * RecordSigner.StretchSize) + 5;

        Assert.Equal(FollowOutcome.Advanced, await _follower.FollowAsync(Ct));
        _clock.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(7, Lag());
        Assert.Equal(FollowOutcome.Advanced, await _follower.FollowAsync(Ct));
        Assert.Equal(FollowOutcome.CaughtUp, await _follower.FollowAsync(Ct));

        Assert.Equal([RecordSigner.StretchSize, RecordSigner.StretchSize, 5], _written.Select(c => c.Count));
        Assert.All(_written, c => Assert.True(_key.Verifies(c)));
        Assert.Equal((0, 3), (Lag(), _signed.GetMeasurementSnapshot().EvaluateAsCounter()));
        Assert.Equal(FollowOutcome.CaughtUp, await _follower.FollowAsync(Ct));
        Assert.Equal(3, _written.Count);
    }

    [Fact]
    public async Task Where_another_silo_was_first_it_stands_back()
    {
        (_events, _isOvertaken) = (5, true);

        Assert.Equal(FollowOutcome.Overtaken, await _follower.FollowAsync(Ct));
        Assert.Equal(0, _signed.GetMeasurementSnapshot().EvaluateAsCounter());

        _isOvertaken = false;
        await _follower.CatchUpAsync(Ct);
        Assert.Equal([(1, 5)], _written.Select(c => (c.Number, c.Count)));
    }

    public void Dispose()
    {
        _lag.Dispose();
        _signed.Dispose();
        _follower.Dispose();
        _key.Dispose();
        _services.Dispose();
    }

    Task<FeedPosition> IRecordStore.ReadPositionAsync(CancellationToken ct) => Task.FromResult(_position);

    Task<ImmutableArray<RecordedEvent>> IRecordStore.ReadAsync(FeedPosition after, int limit, CancellationToken ct) => Task.FromResult<ImmutableArray<RecordedEvent>>(
    [
        .. Enumerable.Range((int)after.Position + 1, Math.Min(limit, _events - (int)after.Position)).Select(position => new RecordedEvent(
            new FeedPosition(0, position), s_county, _clock.Start, new CoveredEvent(new IncidentId(Guid.CreateVersion7()), 1, new RecordHash(1, (UInt128)position)))),
    ]);

    Task<Checkpoint?> IRecordStore.FindLastAsync(DivisionCode county, CancellationToken ct) => Task.FromResult(_written.LastOrDefault());

    Task<bool> IRecordStore.WriteAsync(CheckpointBatch batch, CancellationToken ct)
    {
        if (_isOvertaken)
        {
            return Task.FromResult(false);
        }

        _written.AddRange(batch.Checkpoints.Select(c => c.Checkpoint));
        _position = batch.To;
        return Task.FromResult(true);
    }

    Task<ImmutableArray<Checkpoint>> IRecordStore.ListAsync(DivisionCode county, int after, int limit, CancellationToken ct) => throw new NotSupportedException();

    private double Lag()
    {
        _lag.RecordObservableInstruments();
        return _lag.LastMeasurement!.Value;
    }
}
