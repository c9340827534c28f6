using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.Incidents.Story;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Incidents;

/// <summary>Many reporters, one incident. Each of the two incidents decides for itself.</summary>
public sealed class MergeTests
{
    private static readonly IncidentId _other = new(new Guid("01890a5d-ac96-774b-bcce-b302099a8058"));
    private static readonly IncidentId _third = new(new Guid("01890a5d-ac96-774b-bcce-b302099a8059"));
    private static readonly TrackingCode _otherCode = TrackingCode.FromBits(2);

    private static Story Merged => Accepted().At("2025-03-03 12:00").Do(new MergeIncident(_other));

    private static Story Joined => Accepted().Do(new JoinReporter(_other, _otherCode));

    [Fact]
    public void The_duplicate_closes_and_knows_the_incident_that_stays()
    {
        var story = Merged;

        Assert.Equal((IncidentPhase.Closed, IncidentOutcome.Duplicate, _other), (story.Incident.Phase, story.Incident.Outcome, story.Incident.MergedInto));
        Assert.Equal((Local("2025-03-03 12:00"), null), (story.Incident.ClosedAt, story.Incident.Deadline));
        Assert.Equal(By(Township), story.Last<IncidentMerged>().By);
    }

    [Fact]
    public void Merging_it_again_into_the_same_changes_nothing_and_into_another_is_refused()
    {
        Assert.Empty(Merged.Do(new MergeIncident(_other)).Answer.Events);
        Merged.Refuses(IncidentRefusal.AlreadyClosed, new MergeIncident(_third));
    }

    [Fact]
    public void It_keeps_its_tracking_code_and_its_rating_is_its_requester_s()
    {
        var story = Merged.Do(new RateIncident(TrackingCode.FromBits(1), 4, "Thank you"));

        Assert.Equal((TrackingCode.FromBits(1), 4), (story.Incident.TrackingCode, story.Incident.Rating!.Score));
    }

    [Fact]
    public void There_is_nothing_in_a_duplicate_to_open_again() =>
        Merged.Refuses(IncidentRefusal.NotReopenable, new ReopenIncident(TrackingCode.FromBits(1), "Not fixed"));

    [Fact]
    public void Only_the_holder_merges_and_never_into_itself_or_once_it_is_handled()
    {
        Accepted().Refuses(IncidentRefusal.NotHolder, new MergeIncident(_other, By(County)));
        Accepted().Refuses(IncidentRefusal.SameIncident, new MergeIncident(Accepted().Incident.Id));
        Handled().Refuses(IncidentRefusal.AlreadyHandled, new MergeIncident(_other));
        Closed().Refuses(IncidentRefusal.AlreadyClosed, new MergeIncident(_other));
    }

    [Fact]
    public void An_incident_that_others_wait_for_is_not_merged_away() => Joined.Refuses(IncidentRefusal.HasReporters, new MergeIncident(_third));

    [Fact]
    public void Unmerged_it_is_reported_again_where_it_was_with_the_full_accept_limit()
    {
        var story = Merged.At("2025-03-03 13:00").Do(new UnmergeIncident());

        Assert.Equal((IncidentPhase.Reported, Township, null, null, null), (story.Incident.Phase, story.Incident.Holder, story.Incident.MergedInto, story.Incident.Outcome, story.Incident.ClosedAt));
        Assert.Equal(new Deadline(Local("2025-03-03 13:15"), false), story.Incident.AcceptDue);
        Assert.Equal(new NextDeadline(DeadlineKind.Accept, Local("2025-03-03 13:15")), story.Incident.Deadline);
        Assert.Equal((null, null, Local("2025-03-03 13:00")), (story.Incident.AcceptedAt, story.Incident.HandleDue, story.Incident.HeldSince));
        Assert.Equal(_other, story.Last<IncidentUnmerged>().From);
    }

    [Fact]
    public void Accepted_anew_it_has_the_full_handle_limit_and_nobody_at_work()
    {
        var story = Dispatched().Do(new AskExtension("Rain")).Do(new DecideExtension(true, "")).DeadlinePasses().DeadlinePasses().Do(new MergeIncident(_other)).At("2025-03-04 09:00").Do(new UnmergeIncident()).Do(new AcceptIncident());

        Assert.Equal(Local("2025-03-04 13:00"), story.Incident.HandleDue!.Value.At);
        Assert.Equal((null, null, 0, 0), (story.Incident.Dispatch, story.Incident.Supervisor, story.Incident.OverdueSteps, story.Incident.Extensions));
        story.DeadlinePasses().DeadlinePasses();
        Assert.Equal(Local("2025-03-04 13:00"), story.Last<IncidentOverdue>().MissedDue);
    }

    [Fact]
    public void Only_what_was_merged_is_unmerged_and_only_by_the_holder()
    {
        Closed().Refuses(IncidentRefusal.NotMerged, new UnmergeIncident());
        Merged.Refuses(IncidentRefusal.NotHolder, new UnmergeIncident(By(County)));
        Merged.Do(new UnmergeIncident()).Refuses(IncidentRefusal.NotMerged, new UnmergeIncident());
    }

    [Fact]
    public void The_incident_that_stays_knows_who_waits_for_it()
    {
        var story = Joined;

        Assert.Equal([new JoinedReporter(_other, _otherCode)], story.Incident.JoinedReporters);
        Assert.Empty(story.Do(new JoinReporter(_other, _otherCode)).Answer.Events);
        Assert.Equal(IncidentPhase.Accepted, story.Incident.Phase);
        Assert.Empty(Accepted().Incident.JoinedReporters);
    }

    [Fact]
    public void A_reporter_who_joined_may_say_not_fixed_and_does_not_rate_it()
    {
        var story = Joined.Do(new SubmitResult("Done")).Do(new CloseIncident(IncidentOutcome.Resolved));

        story.Refuses(IncidentRefusal.NotRequester, new RateIncident(_otherCode, 5, ""));

        Assert.True(story.Do(new ReopenIncident(_otherCode, "Not fixed")).Incident.IsOpen);
        Assert.Single(story.Incident.JoinedReporters);
    }

    [Fact]
    public void Nobody_joins_what_is_closed_or_themselves()
    {
        Closed().Refuses(IncidentRefusal.AlreadyClosed, new JoinReporter(_other, _otherCode));
        Accepted().Refuses(IncidentRefusal.SameIncident, new JoinReporter(Accepted().Incident.Id, _otherCode));
    }

    [Fact]
    public void Whoever_joined_by_mistake_leaves_whenever_that_is_seen()
    {
        var story = Joined.Do(new JoinReporter(_third, TrackingCode.FromBits(3))).Do(new SubmitResult("Done")).Do(new CloseIncident(IncidentOutcome.Resolved));

        story.Do(new LeaveReporter(_other));

        Assert.Equal([_third], story.Incident.JoinedReporters.Select(j => j.Incident));
        Assert.Empty(story.Do(new LeaveReporter(_other)).Answer.Events);
        story.Refuses(IncidentRefusal.NotRequester, new ReopenIncident(_otherCode, "Not fixed"));
    }
}
