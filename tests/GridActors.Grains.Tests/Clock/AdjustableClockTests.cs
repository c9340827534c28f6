using GridActors.Hosting.Clock;
using Microsoft.Extensions.Time.Testing;

namespace GridActors.Grains.Tests.Clock;

public sealed class AdjustableClockTests
{
    private static readonly DateTimeOffset _noon = new(2025, 1, 2, 4, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _machine = new(_noon);

    [Fact]
    public void It_keeps_the_machines_time_until_it_is_set()
    {
        var clock = new AdjustableClock(_machine);

        _machine.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(_noon.AddSeconds(5), clock.GetUtcNow());
    }

    [Fact]
    public void It_goes_on_from_an_instant_at_its_speed()
    {
        var clock = new AdjustableClock(_machine);
        clock.Run(_noon.AddDays(1), speed: 600);

        _machine.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(_noon.AddDays(1).AddMinutes(20), clock.GetUtcNow());
    }

    [Fact]
    public void It_can_start_in_the_past()
    {
        var clock = new AdjustableClock(_machine, startAt: _noon.AddYears(-1));

        _machine.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(_noon.AddYears(-1).AddSeconds(5), clock.GetUtcNow());
    }

    [Fact]
    public void It_never_runs_backwards()
    {
        var clock = new AdjustableClock(_machine);
        clock.Run(_noon.AddHours(1), speed: 60);
        _machine.Advance(TimeSpan.FromSeconds(1));

        clock.Run(_noon, speed: 1);

        Assert.Equal(_noon.AddHours(1).AddMinutes(1), clock.GetUtcNow());
    }

    [Fact]
    public async Task A_delay_on_it_takes_its_share_of_the_machines_time()
    {
        var clock = new AdjustableClock(_machine);
        clock.Run(_noon, speed: 60);
        var delay = Task.Delay(TimeSpan.FromMinutes(10), clock, TestContext.Current.CancellationToken);

        _machine.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(delay.IsCompleted);
        _machine.Advance(TimeSpan.FromSeconds(0.1));

        await delay;
    }
}
