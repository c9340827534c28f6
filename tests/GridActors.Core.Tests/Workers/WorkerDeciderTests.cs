using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Workers;

public sealed class WorkerDeciderTests
{
    private static readonly DateTimeOffset _now = Local("2025-03-03 12:00");
    private static readonly WorkerId _id = WorkerId.Parse("w-1");
    private static readonly GridCode _grid = GridCode.Parse("652301001001001");
    private static readonly GridCode _other = GridCode.Parse("652301001001002");
    private static readonly Post _township = Post.Of(DivisionCode.Parse("652301001000"));
    private static readonly Shift _day = new(new TimeOnly(9, 0), new TimeOnly(19, 0));
    private static readonly Shift _night = new(new TimeOnly(22, 0), new TimeOnly(6, 0));

    [Fact]
    public void Nobody_is_appointed_before_eligibility_is_verified() =>
        Assert.Equal(WorkerRefusal.EligibilityNotVerified, Decide(null, Appoint()).Refusal);

    [Fact]
    public void A_village_committee_verifies_nothing() =>
        Assert.Equal(WorkerRefusal.VerifierNotACentre, Decide(null, new VerifyWorker(Post.Of(_grid.Village))).Refusal);

    [Fact]
    public void A_later_verification_that_says_nothing_of_the_committee_keeps_what_was_verified()
    {
        var worker = Decide(Verified(true), new VerifyWorker(_township), _now.AddDays(1)).Next!;

        Assert.Equal((_now.AddDays(1), _now), (worker.Eligibility!.At, worker.NotCommitteeLeader!.At));
    }

    [Fact]
    public void A_head_does_not_lead_the_village_committee()
    {
        Assert.Equal(WorkerRefusal.CommitteeLeaderNotRuledOut, Decide(Verified(false), Appoint(WorkerRole.Head)).Refusal);
        Assert.Null(Decide(Verified(true), Appoint(WorkerRole.Head)).Refusal);
    }

    [Fact]
    public void The_same_appointment_again_changes_nothing()
    {
        var worker = Decide(Verified(true), Appoint()).Next;

        Assert.Equal(WorkerDecision.Nothing, Decide(worker, Appoint(), _now.AddHours(1)));
    }

    [Fact]
    public void Another_role_in_the_same_grid_ends_the_former_one()
    {
        var later = _now.AddDays(3);

        var worker = Decide(Appointed(), Appoint(WorkerRole.PartTime) with { From = later }).Next!;

        Assert.Equal([(WorkerRole.FullTime, later, null), (WorkerRole.PartTime, null, later)], worker.Duties.Select(d => (d.Role, d.Until, d.From == _now ? null : d.From)));
    }

    [Fact]
    public void Nobody_is_appointed_into_the_past() =>
        Assert.Equal(WorkerRefusal.PeriodOutOfRange, Decide(Verified(true), Appoint() with { From = _now.AddTicks(-1) }).Refusal);

    [Fact]
    public void A_transfer_again_changes_nothing()
    {
        var later = _now.AddHours(1);

        var worker = Decide(Appointed(), new TransferWorker(_grid, _other), later).Next!;

        Assert.Equal([(Post.Of(_grid), false), (Post.Of(_other), true)], worker.Duties.Select(d => (d.Post, d.Holds(later))));
        Assert.Equal(WorkerDecision.Nothing, Decide(worker, new TransferWorker(_grid, _other), later.AddHours(1)));
    }

    [Fact]
    public void A_transfer_needs_a_duty_to_move() =>
        Assert.Equal(WorkerRefusal.NotInGrid, Decide(Appointed(), new TransferWorker(_other, _grid)).Refusal);

    [Fact]
    public void A_head_from_an_import_is_transferred_once_the_committee_is_ruled_out()
    {
        var imported = new Worker(_id, [new Duty(_id, Post.Of(_grid), WorkerRole.Head, _day)]);

        Assert.Equal(WorkerRefusal.CommitteeLeaderNotRuledOut, Decide(imported, new TransferWorker(_grid, _other)).Refusal);
    }

    [Fact]
    public void An_end_holds_for_every_grid_where_none_is_named()
    {
        var covering = Decide(Appointed(), Cover()).Next;

        var worker = Decide(covering, new EndDuties(), _now.AddHours(2)).Next!;

        Assert.All(worker.Duties, d => Assert.Equal(_now.AddHours(2), d.Until));
        Assert.Equal(WorkerDecision.Nothing, Decide(worker, new EndDuties(), _now.AddHours(3)));
    }

    [Fact]
    public void A_cover_that_has_not_begun_is_gone_when_it_is_ended()
    {
        var covering = Decide(Appointed(), Cover() with { From = _now.AddDays(1) }).Next;

        Assert.Equal(Appointed().Duties, Decide(covering, new EndDuties(_other)).Next!.Duties);
    }

    [Fact]
    public void A_head_covers_as_a_full_time_worker_in_their_own_shifts_from_to()
    {
        var head = Decide(Verified(true), Appoint(WorkerRole.Head)).Next;

        var cover = Decide(head, Cover()).Next!.Duties.Single(d => d.IsCover);

        Assert.Equal((WorkerRole.FullTime, _day), (cover.Role, cover.Shift));
        Assert.Equal([true, true, false], new[] { _now, _now.AddDays(7).AddTicks(-1), _now.AddDays(7) }.Select(cover.Holds));
    }

    [Fact]
    public void A_cover_is_of_another_grid_and_from_a_worker_on_the_job()
    {
        Assert.Equal(WorkerRefusal.AlreadyInGrid, Decide(Appointed(), Cover() with { Grid = _grid }).Refusal);
        Assert.Equal(WorkerRefusal.NoDuty, Decide(Verified(true), Cover()).Refusal);
        Assert.Equal(WorkerRefusal.PeriodOutOfRange, Decide(Appointed(), Cover() with { Until = _now }).Refusal);
        Assert.Equal(WorkerRefusal.PeriodOutOfRange, Decide(Appointed(), Cover() with { Until = _now.AddDays(367) }).Refusal);
    }

    [Fact]
    public void Shifts_are_replaced_with_the_role_kept()
    {
        var worker = Decide(Appointed(), new SetShifts(_grid, [_night])).Next!;

        Assert.Equal([(WorkerRole.FullTime, _night)], worker.Duties.Select(d => (d.Role, d.Shift)));
        Assert.Equal(WorkerDecision.Nothing, Decide(worker, new SetShifts(_grid, [_night])));
    }

    [Fact]
    public void Nothing_but_a_verification_makes_a_worker_known() => Assert.All(
        new WorkerCommand[] { new TransferWorker(_grid, _other), new EndDuties(), new SetShifts(_grid, [_day]), Cover(), new RevokeBadge("Lost") },
        c => Assert.Equal(WorkerRefusal.UnknownWorker, Decide(null, c).Refusal));

    [Fact]
    public void Duty_is_a_role_of_centres() => Assert.Equal(WorkerRefusal.RoleContradictsPost, Decide(Verified(true), Appoint(WorkerRole.Duty)).Refusal);

    [Fact]
    public void Other_shifts_or_another_day_are_another_appointment()
    {
        var later = Appoint() with { From = _now.AddDays(1) };
        var promised = Decide(Verified(true), later).Next;

        Assert.NotNull(Decide(Appointed(), Appoint() with { Shifts = [_night] }).Next);
        Assert.Equal(WorkerDecision.Nothing, Decide(promised, later));
        Assert.NotNull(Decide(promised, Appoint()).Next);
        Assert.NotNull(Decide(promised, Appoint() with { From = _now.AddDays(2) }).Next);
    }

    [Fact]
    public void A_transfer_into_the_past_or_to_where_one_is_moves_nobody()
    {
        Assert.Equal(WorkerRefusal.PeriodOutOfRange, Decide(Appointed(), new TransferWorker(_grid, _other, _now.AddMinutes(5)), _now.AddMinutes(10)).Refusal);
        Assert.Equal(WorkerDecision.Nothing, Decide(Appointed(), new TransferWorker(_grid, _grid)));
        Assert.Equal(WorkerRefusal.NotInGrid, Decide(Verified(true), new TransferWorker(_grid, _other)).Refusal);
    }

    [Fact]
    public void A_transfer_leaves_a_cover_elsewhere_alone()
    {
        var third = GridCode.Parse("652301001001003");
        var covering = Decide(Appointed(), Cover()).Next;

        var worker = Decide(covering, new TransferWorker(_grid, third), _now.AddHours(1)).Next!;

        Assert.Equal([(Post.Of(_other), true), (Post.Of(third), false)], worker.Duties.Where(d => d.Holds(_now.AddHours(1))).Select(d => (d.Post, d.IsCover)));
    }

    [Fact]
    public void What_is_ended_was_begun_in_that_grid_and_ends_now_or_later()
    {
        Assert.Equal(WorkerRefusal.NotInGrid, Decide(Appointed(), new EndDuties(_other)).Refusal);
        Assert.Equal(WorkerRefusal.PeriodOutOfRange, Decide(Appointed(), new EndDuties(_grid, _now.AddMinutes(5)), _now.AddMinutes(10)).Refusal);
        var worker = Decide(Decide(Appointed(), Cover()).Next, new EndDuties(_other, _now.AddDays(1))).Next!;
        Assert.Equal([null, _now.AddDays(1)], worker.Duties.Select(d => d.Until));
    }

    [Fact]
    public void Shifts_are_set_where_one_is()
    {
        Assert.Equal(WorkerRefusal.NotInGrid, Decide(Appointed(), new SetShifts(_other, [_night])).Refusal);
        var gone = Decide(Appointed(), new EndDuties(), _now.AddHours(1)).Next;
        Assert.Equal(WorkerRefusal.NotInGrid, Decide(gone, new SetShifts(_grid, [_night]), _now.AddHours(2)).Refusal);
        Assert.Equal(2, Decide(Appointed(), new SetShifts(_grid, [_day, _night])).Next!.Duties.Length);
    }

    [Fact]
    public void A_cover_has_its_own_shifts_where_it_names_them_and_is_said_once()
    {
        var covering = Decide(Appointed(), Cover() with { Shifts = [_night] }).Next!;

        Assert.Equal(_night, covering.Duties.Single(d => d.IsCover).Shift);
        Assert.Equal(WorkerDecision.Nothing, Decide(covering, Cover() with { Shifts = [_night] }));
        Assert.Equal(WorkerRole.PartTime, Decide(Decide(Verified(true), Appoint(WorkerRole.PartTime)).Next, Cover()).Next!.Duties.Single(d => d.IsCover).Role);
        Assert.NotNull(Decide(Appointed(), Cover() with { Until = _now.AddDays(366) }).Next);
        Assert.Equal(WorkerRefusal.PeriodOutOfRange, Decide(Appointed(), Cover() with { From = _now.AddTicks(-1) }).Refusal);
    }

    private static WorkerDecision Decide(Worker? worker, WorkerCommand command, DateTimeOffset? now = null) => WorkerDecider.Decide(worker, _id, command, now ?? _now);

    private static Worker Verified(bool notCommitteeLeader) => Decide(null, new VerifyWorker(_township, notCommitteeLeader)).Next!;

    private static Worker Appointed() => Decide(Verified(true), Appoint()).Next!;

    private static AppointWorker Appoint(WorkerRole role = WorkerRole.FullTime) => new(_grid, role, [_day]);

    private static CoverGrid Cover() => new(_other, _now.AddDays(7), []);
}
