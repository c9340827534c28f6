using GridActors.Core.Access;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using static GridActors.Core.Tests.Incidents.Story;

namespace GridActors.Core.Tests.Access;

public sealed class WorkerJurisdictionTests
{
    private static readonly GridCode _here = GridCode.Parse("652301001001001");
    private static readonly GridCode _there = GridCode.Parse("652301002001001");

    private static Authority Here => Authority.Of(Callers.Operator("652301001"));

    private static Worker Known => new(Wang, [DutyAt(_here)]);

    [Fact]
    public void A_file_is_read_where_the_duties_are_and_by_the_worker()
    {
        Assert.True(WorkerJurisdiction.MayRead(Here, Known));
        Assert.True(WorkerJurisdiction.MayRead(Authority.Of(Callers.Worker(Wang, "652301009001001")), Known));
        Assert.False(WorkerJurisdiction.MayRead(Authority.Of(Callers.Operator("652301002")), Known));
        Assert.False(WorkerJurisdiction.MayRead(Authority.Nobody, Known));
    }

    [Fact]
    public void A_change_needs_every_place_that_it_names()
    {
        Assert.True(WorkerJurisdiction.MayChange(Here, null, new AppointWorker(_here, WorkerRole.FullTime, [])));
        Assert.False(WorkerJurisdiction.MayChange(Here, null, new AppointWorker(_there, WorkerRole.FullTime, [])));
        Assert.False(WorkerJurisdiction.MayChange(Here, Known, new TransferWorker(_here, _there)));
        Assert.False(WorkerJurisdiction.MayChange(Authority.Of(Callers.With(CallerRole.Supervisor, "")), Known, new RevokeBadge("Lost")));
    }

    [Fact]
    public void A_worker_of_another_place_is_left_alone()
    {
        var elsewhere = new Worker(Wang, [DutyAt(_there)]);

        Assert.False(WorkerJurisdiction.MayChange(Here, elsewhere, new RevokeBadge("Lost")));
        Assert.False(WorkerJurisdiction.MayChange(Here, elsewhere, new AppointWorker(_here, WorkerRole.FullTime, [])));
        Assert.False(WorkerJurisdiction.MayChange(Here, elsewhere with { Duties = [.. elsewhere.Duties, DutyAt(_here)] }, new EndDuties()));
    }

    [Fact]
    public void A_countys_file_changes_only_the_countys_duties()
    {
        var both = Known with { Duties = [.. Known.Duties, DutyAt(_there)] };

        Assert.True(WorkerJurisdiction.MayAppoint(Here, null, Known));
        Assert.True(WorkerJurisdiction.MayAppoint(Here, new Worker(Wang, [DutyAt(_there)]), both));
        Assert.False(WorkerJurisdiction.MayAppoint(Here, both, Known));
    }

    private static Duty DutyAt(GridCode grid) => new(Wang, Post.Of(grid), WorkerRole.FullTime, new Shift(new TimeOnly(9, 0), new TimeOnly(19, 0)));
}
