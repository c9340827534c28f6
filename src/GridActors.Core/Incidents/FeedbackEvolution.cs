using System.Diagnostics;

namespace GridActors.Core.Incidents;

/// <summary>How the words of requesters, and merges of their reports, change an incident.</summary>
internal static class FeedbackEvolution
{
    public static Incident Changed(Incident i, IncidentEvent change) => change switch
    {
        IncidentRated e => i with { Rating = new Rating(e.At, e.Score, e.Comment) },
        IncidentReopened e => Reopened(i, e),
        IncidentMerged e => IncidentEvolution.Ended(i, e.At, IncidentOutcome.Duplicate) with { MergedInto = e.Into },
        IncidentUnmerged e => Unmerged(i, e),
        ReporterJoined e => i with { Joined = i.JoinedReporters.Add(new JoinedReporter(e.From, e.TrackingCode)) },
        ReporterLeft e => i with { Joined = i.JoinedReporters.RemoveAll(j => j.Incident == e.From) },
        _ => throw new UnreachableException(change.GetType().Name),
    };

    /// <summary>As if it had just been accepted by whoever held it.</summary>
    private static Incident Reopened(Incident i, IncidentReopened e) => i with
    {
        Phase = IncidentPhase.Accepted,
        Outcome = null,
        ClosedAt = null,
        AcceptedAt = i.AcceptedAt ?? e.At,
        Run = e.Run,
        HandleDue = e.HandleDue,
        Deadline = new NextDeadline(DeadlineKind.HandleReminder, e.RemindAt),
        Handler = null,
        Supervisor = null,
        OverdueSteps = 0,
        Result = null,
        Dispatch = null,
        Extensions = 0,
        Rating = null,
        Reopenings = i.Reopenings + 1,
    };

    /// <summary>As if it had just been reported to whoever held it.</summary>
    private static Incident Unmerged(Incident i, IncidentUnmerged e) => i with
    {
        Phase = IncidentPhase.Reported,
        Outcome = null,
        ClosedAt = null,
        MergedInto = null,
        HeldSince = e.At,
        AcceptedAt = null,
        AcceptDue = e.AcceptDue,
        Run = null,
        HandleDue = null,
        Deadline = new NextDeadline(DeadlineKind.Accept, e.AcceptDue.At),
        Handler = null,
        Supervisor = null,
        OverdueSteps = 0,
        Dispatch = null,
        Extensions = 0,
    };
}
