using System.Collections.Immutable;
using System.Globalization;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Workers;

public sealed class RosterTests
{
    private static readonly Post _centre = Post.Of(DivisionCode.Parse("652301001000"));

    [Theory]
    [InlineData("09:00", "19:00", "08:59:59.9999999", false)]
    [InlineData("09:00", "19:00", "09:00", true)]
    [InlineData("09:00", "19:00", "18:59:59.9999999", true)]
    [InlineData("09:00", "19:00", "19:00", false)]
    [InlineData("22:00", "06:00", "21:59", false)]
    [InlineData("22:00", "06:00", "22:00", true)]
    [InlineData("22:00", "06:00", "00:00", true)]
    [InlineData("22:00", "06:00", "05:59", true)]
    [InlineData("22:00", "06:00", "06:00", false)]
    [InlineData("16:00", "00:00", "23:59", true)]
    [InlineData("16:00", "00:00", "00:00", false)]
    [InlineData("00:00", "08:00", "00:00", true)]
    [InlineData("09:00", "09:00", "09:00", false)]
    public void A_shift_includes_its_start_excludes_its_end_and_may_run_past_midnight(string start, string end, string at, bool isOn) =>
        Assert.Equal(isOn, ShiftOf(start, end).Covers(Time(at)));

    [Fact]
    public void On_duty_is_asked_in_local_time()
    {
        ImmutableArray<Duty> duties = [DutyOf("w-1", WorkerRole.FullTime, "09:00", "19:00")];

        Assert.Equal(["w-1"], Names(duties, Local("2025-03-03 09:00").ToUniversalTime()));
        Assert.Empty(Names(duties, Local("2025-03-03 19:00").ToUniversalTime()));
    }

    [Fact]
    public void The_best_worker_comes_first_and_the_same_instant_always_names_the_same()
    {
        ImmutableArray<Duty> duties =
        [
            DutyOf("w-5", WorkerRole.PartTime, "09:00", "19:00"),
            DutyOf("w-4", WorkerRole.Duty, "09:00", "19:00"),
            DutyOf("w-3", WorkerRole.Head, "09:00", "19:00"),
            DutyOf("w-2", WorkerRole.FullTime, "09:00", "19:00"),
            DutyOf("w-1", WorkerRole.FullTime, "09:00", "19:00"),
        ];

        Assert.Equal(["w-1", "w-2", "w-3", "w-4", "w-5"], Names(duties, Local("2025-03-03 12:00")));
        Assert.Equal(["w-1", "w-2", "w-3", "w-4", "w-5"], Names([.. duties.Reverse()], Local("2025-03-03 12:00")));
    }

    [Fact]
    public void A_worker_with_two_shifts_at_once_is_named_once()
    {
        ImmutableArray<Duty> duties = [DutyOf("w-1", WorkerRole.Head, "09:00", "19:00"), DutyOf("w-1", WorkerRole.PartTime, "10:00", "12:00")];

        Assert.Equal(["w-1"], Names(duties, Local("2025-03-03 11:00")));
    }

    [Theory]
    [InlineData("2025-03-03 12:00", true)]
    [InlineData("2025-03-03 23:00", false)]
    public void A_post_with_a_roster_is_staffed_while_somebody_is_on_duty(string at, bool isStaffed) =>
        Assert.Equal(isStaffed, Roster.IsStaffed([DutyOf("w-1", WorkerRole.Duty, "09:00", "19:00")], Local(at), China));

    [Fact]
    public void A_centre_without_a_roster_is_staffed_around_the_clock() =>
        Assert.True(Roster.IsStaffed([], Local("2025-03-03 03:00"), China));

    private static IEnumerable<string> Names(ImmutableArray<Duty> duties, DateTimeOffset now) =>
        Roster.OnDuty(duties, now, China).Select(w => w.ToString());

    private static Duty DutyOf(string worker, WorkerRole role, string start, string end) =>
        new(WorkerId.Parse(worker), _centre, role, ShiftOf(start, end));

    private static Shift ShiftOf(string start, string end) => new(Time(start), Time(end));

    private static TimeOnly Time(string text) => TimeOnly.Parse(text, CultureInfo.InvariantCulture);
}
