using GridActors.Core.Incidents;
using GridActors.Storage.Escalations;

namespace GridActors.Grains.Tests.Escalations;

public sealed class DeadlineSweepTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(20);

    private readonly SweepUnderTest _test = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task A_fresh_deadline_is_fired_long_before_the_backlog_is_through()
    {
        AddBacklog(5_000);
        var fresh = _test.Add(TimeSpan.FromSeconds(1));

        var swept = await _test.Sweep.FireDueAsync(ClockSlots.All, Ct);

        Assert.Equal(5_001, swept.Fired);
        Assert.Equal(5_001, _test.Told.Count);
        Assert.InRange(_test.Told.ToList().IndexOf(fresh), 0, 600);
    }

    [Fact]
    public async Task What_falls_due_during_the_catching_up_does_not_wait_for_its_end()
    {
        AddBacklog(5_000);
        IncidentId? fresh = null;
        _test.OnTold = _ =>
        {
            fresh ??= _test.Told.Count == 1_000 ? _test.Add(TimeSpan.FromMilliseconds(1)) : null;
            return Task.CompletedTask;
        };

        await _test.Sweep.FireDueAsync(ClockSlots.All, Ct);

        Assert.InRange(_test.Told.ToList().IndexOf(fresh!.Value), 1_000, 2_200);
    }

    [Fact]
    public async Task Thousands_of_one_instant_are_fired_once_each()
    {
        for (var i = 0; i < 3_000; i++)
        {
            _test.Add(TimeSpan.FromHours(1));
        }

        var swept = await _test.Sweep.FireDueAsync(ClockSlots.All, Ct);

        Assert.Equal(3_000, swept.Fired);
        Assert.Equal(3_000, _test.Told.Distinct().Count());
    }

    [Fact]
    public async Task At_most_128_incidents_are_told_at_once()
    {
        AddBacklog(1_000);
        var (atOnce, most) = (0, 0);
        _test.OnTold = async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref atOnce));
            await Task.Yield();
            Interlocked.Decrement(ref atOnce);
        };

        await _test.Sweep.FireDueAsync(ClockSlots.All, Ct);

        Assert.InRange(most, 2, 128);
    }

    [Fact]
    public async Task An_incident_that_fails_is_told_again_later_and_holds_up_nobody()
    {
        var failing = _test.Add(TimeSpan.FromHours(2));
        AddBacklog(1_000);
        _test.OnTold = id => id == failing ? throw new InvalidOperationException("broken") : Task.CompletedTask;

        var first = await _test.Sweep.FireDueAsync(ClockSlots.All, Ct);
        var tooEarly = await _test.Sweep.FireDueAsync(ClockSlots.All, Ct);
        _test.OnTold = _ => Task.CompletedTask;
        _test.Clock.Advance(TimeSpan.FromSeconds(1));
        var again = await _test.Sweep.FireDueAsync(ClockSlots.All, Ct);

        Assert.Equal(1_000, first.Fired);
        Assert.Equal(first.Until + TimeSpan.FromSeconds(1), first.NextTry);
        Assert.Equal(0, tooEarly.Fired);
        Assert.Equal(1, again.Fired);
        Assert.Null(again.NextTry);
        Assert.Equal(2, _test.Told.Count(id => id == failing));
    }

    [Fact]
    public async Task Incidents_that_wait_for_another_try_are_not_read_again_from_where_the_last_sweep_ended()
    {
        AddBacklog(1_000);
        _test.OnTold = _ => throw new InvalidOperationException("broken");
        var first = await _test.Sweep.FireDueAsync(ClockSlots.All, Ct);
        var rows = _test.RowsRead;
        _test.OnTold = _ => Task.CompletedTask;
        var fresh = _test.Add(TimeSpan.Zero);
        _test.Clock.Advance(TimeSpan.FromMilliseconds(1));

        var second = await _test.Sweep.FireDueAsync(ClockSlots.All, first.Until, s_patience, Ct);

        Assert.Equal(1, second.Fired);
        Assert.Equal(fresh, _test.Told.Last());
        Assert.Equal(1, _test.RowsRead - rows);
    }

    [Fact]
    public async Task A_hanging_incident_is_told_once_and_does_not_hold_up_the_next_sweep()
    {
        var hanging = _test.Add(TimeSpan.FromHours(1));
        var hangs = new TaskCompletionSource();
        _test.OnTold = id => id == hanging ? hangs.Task : Task.CompletedTask;

        var first = await _test.Sweep.FireDueAsync(ClockSlots.All, DateTimeOffset.MinValue, s_patience, Ct);
        var fresh = _test.Add(TimeSpan.FromSeconds(1));
        var second = await _test.Sweep.FireDueAsync(ClockSlots.All, DateTimeOffset.MinValue, s_patience, Ct);
        hangs.SetResult();

        Assert.Equal(0, first.Fired);
        Assert.Equal(1, second.Fired);
        Assert.Equal([hanging, fresh], _test.Told);
    }

    [Fact]
    public async Task Another_try_is_left_to_the_silo_that_has_the_slot_by_then()
    {
        var failing = _test.Add(TimeSpan.FromHours(1));
        _test.OnTold = _ => throw new InvalidOperationException("broken");
        await _test.Sweep.FireDueAsync(ClockSlots.All, Ct);
        _test.Clock.Advance(TimeSpan.FromMinutes(1));

        var swept = await _test.Sweep.FireDueAsync(ClockSlots.Of([(failing.ClockSlot + 1) % IncidentId.ClockSlots]), Ct);

        Assert.Null(swept.NextTry);
        Assert.Single(_test.Told);
    }

    [Fact]
    public async Task A_sweep_that_is_cancelled_leaves_everything_to_the_next_one()
    {
        var id = _test.Add(TimeSpan.FromHours(1));
        using var stop = new CancellationTokenSource();
        _test.OnTold = async _ =>
        {
            await stop.CancelAsync();
            stop.Token.ThrowIfCancellationRequested();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _test.Sweep.FireDueAsync(ClockSlots.All, stop.Token));
        _test.OnTold = _ => Task.CompletedTask;
        var swept = await _test.Sweep.FireDueAsync(ClockSlots.All, Ct);

        Assert.Equal(1, swept.Fired);
        Assert.Equal([id, id], _test.Told);
    }

    [Fact]
    public async Task What_is_fired_fails_and_waits_is_measured()
    {
        var failing = _test.Add(TimeSpan.FromSeconds(90));
        _test.Add(TimeSpan.FromSeconds(30));
        _test.OnTold = id => id == failing ? throw new InvalidOperationException("broken") : Task.CompletedTask;
        using var fired = _test.Collect<long>("gridactors.deadlines.fired");
        using var failed = _test.Collect<long>("gridactors.deadlines.failed");
        using var lateness = _test.Collect<double>("gridactors.deadlines.lateness");
        using var backlog = _test.Collect<int>("gridactors.deadlines.backlog");
        using var oldest = _test.Collect<double>("gridactors.deadlines.oldest_lateness");

        await _test.Sweep.FireDueAsync(ClockSlots.All, Ct);
        backlog.RecordObservableInstruments();
        oldest.RecordObservableInstruments();
        _test.Clock.Advance(TimeSpan.FromSeconds(10));
        _test.OnTold = _ => Task.CompletedTask;
        await _test.Sweep.FireDueAsync(ClockSlots.All, Ct);
        backlog.RecordObservableInstruments();
        oldest.RecordObservableInstruments();

        Assert.Equal(2, fired.GetMeasurementSnapshot().Sum(m => m.Value));
        Assert.Equal(1, failed.GetMeasurementSnapshot().Sum(m => m.Value));
        Assert.Equal([30, 100], lateness.GetMeasurementSnapshot().Select(m => m.Value));
        Assert.Equal([1, 0], backlog.GetMeasurementSnapshot().Select(m => m.Value));
        Assert.Equal([90, 0], oldest.GetMeasurementSnapshot().Select(m => m.Value));
    }

    /// <summary>One deadline a second, the latest of them an hour ago.</summary>
    private void AddBacklog(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _test.Add(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(i));
        }
    }
}
