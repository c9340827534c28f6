using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using static GridActors.Core.Tests.Incidents.Story;

namespace GridActors.Core.Tests.Incidents;

/// <summary>A worker leaves an incident to the next one at the end of a shift.</summary>
public sealed class HandOverTests
{
    private static readonly HandOverIncident _toLi = new(Wang, Li, "End of shift");

    [Fact]
    public void The_next_worker_handles_it_and_the_clocks_run_on()
    {
        var story = Wangs();
        var before = story.Incident;

        story.After(TimeSpan.FromHours(1)).Do(_toLi);

        Assert.Equal(Li, story.Incident.Handler);
        Assert.Equal((Wang, Li, "End of shift", By(Wang)), (story.Last<IncidentHandedOver>().From, story.Last<IncidentHandedOver>().To, story.Last<IncidentHandedOver>().Reason, story.Last<IncidentHandedOver>().By));
        Assert.Equal((before.Phase, before.Holder, before.Deadline, before.HandleDue), (story.Incident.Phase, story.Incident.Holder, story.Incident.Deadline, story.Incident.HandleDue));
    }

    [Fact]
    public void Handing_it_over_again_does_nothing() => Assert.Empty(Wangs().Do(_toLi).Do(_toLi).Answer.Events);

    [Fact]
    public void Only_what_one_handles_is_handed_over()
    {
        Assert.Equal(IncidentRefusal.NotHandler, Accepted().Try(_toLi).Answer.Refusal);
        Assert.Equal(IncidentRefusal.NotHandler, Wangs().Try(new HandOverIncident(Li, WorkerId.Parse("w-zhao"), "x")).Answer.Refusal);
    }

    [Fact]
    public void A_hand_over_needs_a_reason() => Assert.Equal(IncidentRefusal.ReasonRequired, Wangs().Try(_toLi with { Reason = " " }).Answer.Refusal);

    [Fact]
    public void What_is_handled_stays_with_whoever_handled_it() =>
        Assert.Equal(IncidentRefusal.AlreadyHandled, Wangs().Do(new SubmitResult("Done", By(Wang))).Try(_toLi).Answer.Refusal);

    [Fact]
    public void The_former_worker_no_longer_handles_it()
    {
        var story = Wangs().Do(_toLi);

        Assert.Equal(IncidentRefusal.NotHandler, story.Try(new SubmitResult("Done", By(Wang))).Answer.Refusal);
        Assert.Null(story.Try(new SubmitResult("Done", By(Li))).Answer.Refusal);
    }

    [Fact]
    public void A_suspended_incident_is_handed_over_too()
    {
        var story = Wangs();
        story.Do(new AskSuspension(story.Now.AddDays(3), "Parts", By(Wang))).Do(new DecideSuspension(true, ""));

        Assert.Equal(Li, story.Do(_toLi).Incident.Handler);
    }

    private static Story Wangs() => Accepted().Do(new AssignWorker(Wang));
}
