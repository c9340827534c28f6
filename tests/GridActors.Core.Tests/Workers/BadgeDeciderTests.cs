using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Workers;

public sealed class BadgeDeciderTests
{
    private static readonly DateTimeOffset _now = Local("2025-03-03 12:00");
    private static readonly WorkerId _worker = WorkerId.Parse("w-1");
    private static readonly BadgeId _badge = BadgeId.FromBits(1);
    private static readonly BadgeId _newer = BadgeId.FromBits(2);

    [Fact]
    public void A_badge_is_valid_until_the_instant_of_its_expiry()
    {
        var worker = Decide(Appointed(), new IssueBadge(_badge, _now.AddDays(1))).Next!;

        Assert.Equal(BadgeStatus.Valid, BadgeDecider.StatusOf(worker, _badge, _now.AddDays(1).AddTicks(-1)));
        Assert.Equal(BadgeStatus.Expired, BadgeDecider.StatusOf(worker, _badge, _now.AddDays(1)));
    }

    [Fact]
    public void A_newer_badge_takes_its_place()
    {
        var first = Decide(Appointed(), new IssueBadge(_badge, _now.AddDays(1))).Next;

        var worker = Decide(first, new IssueBadge(_newer, _now.AddDays(2))).Next!;

        Assert.Equal((BadgeStatus.Replaced, BadgeStatus.Valid), (BadgeDecider.StatusOf(worker, _badge, _now), BadgeDecider.StatusOf(worker, _newer, _now)));
    }

    [Fact]
    public void The_same_expiry_again_is_the_same_badge_unless_it_was_revoked()
    {
        var first = Decide(Appointed(), new IssueBadge(_badge, _now.AddDays(1))).Next;
        var revoked = Decide(first, new RevokeBadge("lost")).Next;

        Assert.Equal(WorkerDecision.Nothing, Decide(first, new IssueBadge(_newer, _now.AddDays(1))));
        Assert.Equal(_newer, Decide(revoked, new IssueBadge(_newer, _now.AddDays(1))).Next!.Badge!.Id);
    }

    [Fact]
    public void Revoking_needs_a_badge_and_a_reason_and_happens_once()
    {
        var issued = Decide(Appointed(), new IssueBadge(_badge, _now.AddDays(1))).Next;
        var revoked = Decide(issued, new RevokeBadge("lost")).Next!;

        Assert.Equal(BadgeStatus.Revoked, BadgeDecider.StatusOf(revoked, _badge, _now));
        Assert.Equal(WorkerDecision.Nothing, Decide(revoked, new RevokeBadge("again")));
        Assert.Equal(WorkerRefusal.ReasonRequired, Decide(issued, new RevokeBadge(" ")).Refusal);
        Assert.Equal(WorkerRefusal.NoBadge, Decide(Appointed(), new RevokeBadge("lost")).Refusal);
    }

    [Fact]
    public void A_badge_is_for_somebody_with_a_duty()
    {
        var issued = Decide(Appointed(), new IssueBadge(_badge, _now.AddDays(1))).Next;
        var ended = Decide(issued, new EndDuties()).Next!;

        Assert.Equal(BadgeStatus.NoDuty, BadgeDecider.StatusOf(ended, _badge, _now));
        Assert.Equal(WorkerRefusal.NoDuty, Decide(ended, new IssueBadge(_newer, _now.AddDays(1))).Refusal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1828)]
    public void A_badge_expires_later_and_within_five_years(int days) =>
        Assert.Equal(WorkerRefusal.PeriodOutOfRange, Decide(Appointed(), new IssueBadge(_badge, _now.AddDays(days))).Refusal);

    private static WorkerDecision Decide(Worker? worker, WorkerCommand command) => WorkerDecider.Decide(worker, _worker, command, _now);

    private static Worker Appointed() => new(
        _worker,
        [new Duty(_worker, Post.Of(GridCode.Parse("652301001001001")), WorkerRole.FullTime, new Shift(new TimeOnly(9, 0), new TimeOnly(19, 0)))]);
}
