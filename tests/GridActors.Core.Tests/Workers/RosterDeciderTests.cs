using System.Collections.Immutable;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Workers;

public sealed class RosterDeciderTests
{
    private static readonly DateTimeOffset _now = Local("2025-03-03 12:00");
    private static readonly Post _grid = Post.Of(GridCode.Parse("652301001001001"));
    private static readonly WorkerId _anna = WorkerId.Parse("w-a");
    private static readonly WorkerId _bert = WorkerId.Parse("w-b");

    [Fact]
    public void The_same_duties_again_are_the_same_roster()
    {
        var once = Place([], _anna, Head(_anna)).Roster;

        Assert.Equal(once, Place(once, _anna, Head(_anna)).Roster);
    }

    [Fact]
    public void A_second_head_at_the_same_time_is_refused()
    {
        var decision = Place([Head(_anna)], _bert, Head(_bert));

        Assert.Equal((WorkerRefusal.SecondHead, _anna), (decision.Refusal, decision.About));
    }

    [Fact]
    public void A_head_follows_another_at_the_very_instant()
    {
        var handOver = _now.AddDays(1);

        var decision = Place([Head(_anna) with { Until = handOver }], _bert, Head(_bert) with { From = handOver });

        Assert.Null(decision.Refusal);
        Assert.Equal(2, decision.Roster.Length);
    }

    [Fact]
    public void A_head_that_begins_before_the_other_ends_is_refused()
    {
        var decision = Place([Head(_anna) with { Until = _now.AddDays(1) }], _bert, Head(_bert) with { From = _now.AddHours(1) });

        Assert.Equal(WorkerRefusal.SecondHead, decision.Refusal);
    }

    [Fact]
    public void One_worker_may_be_head_in_two_shifts()
    {
        var night = Head(_anna) with { Shift = new Shift(new TimeOnly(19, 0), new TimeOnly(23, 0)) };

        Assert.Equal(2, Place([], _anna, Head(_anna), night).Roster.Length);
    }

    [Fact]
    public void What_is_over_leaves_the_roster() =>
        Assert.Equal([Head(_bert)], Place([Head(_anna) with { Until = _now }], _bert, Head(_bert)).Roster);

    [Fact]
    public void Nobody_is_placed_in_a_grid_that_has_ended_but_duties_end_there()
    {
        ImmutableArray<Duty> roster = [Head(_anna)];

        var ending = RosterDecider.Place(roster, hasEnded: true, _anna, [Head(_anna) with { Until = _now }], _now);
        var placing = RosterDecider.Place(roster, hasEnded: true, _bert, [Head(_bert) with { Role = WorkerRole.PartTime }], _now);

        Assert.Null(ending.Refusal);
        Assert.Empty(ending.Roster);
        Assert.Equal(WorkerRefusal.GridEnded, placing.Refusal);
    }

    private static RosterDecision Place(ImmutableArray<Duty> roster, WorkerId worker, params ImmutableArray<Duty> duties) =>
        RosterDecider.Place(roster, hasEnded: false, worker, duties, _now);

    private static Duty Head(WorkerId worker) => new(worker, _grid, WorkerRole.Head, new Shift(new TimeOnly(9, 0), new TimeOnly(19, 0)));
}
