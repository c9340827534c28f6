using GridActors.Core.WorkingTime;

namespace GridActors.Core.Incidents;

/// <summary>What a requester, or anybody, says about an incident: notes, a rating, "not fixed" (DOMAIN 5).</summary>
internal static class FeedbackDecider
{
    /// <summary>A department has something to say as long as it has a task.</summary>
    public static IncidentDecision Note(Incident incident, AddNote command, DateTimeOffset now) =>
        command.By?.Department is { } department && !incident.OpenTasks.Any(t => t.Department == department) ? IncidentDecision.Refuse(IncidentRefusal.NoOpenTask)
        : string.IsNullOrWhiteSpace(command.Text) ? IncidentDecision.Refuse(IncidentRefusal.TextRequired)
        : IncidentDecision.Accept(new NoteAdded(now, command.By ?? Actor.Of(incident.Holder), command.Text));

    public static IncidentDecision Note(Incident incident, AddRequesterNote command, DateTimeOffset now) =>
        !IsRequester(incident, command.TrackingCode) ? IncidentDecision.Refuse(IncidentRefusal.NotRequester)
        : string.IsNullOrWhiteSpace(command.Text) ? IncidentDecision.Refuse(IncidentRefusal.TextRequired)
        : IncidentDecision.Accept(new NoteAdded(now, Actor.Requester, command.Text));

    public static IncidentDecision Rate(Incident incident, RateIncident command, DateTimeOffset now) =>
        command.TrackingCode != incident.TrackingCode ? IncidentDecision.Refuse(IncidentRefusal.NotRequester)
        : incident.IsOpen || !command.IsSettled ? IncidentDecision.Refuse(IncidentRefusal.NotClosed)
        : incident.Rating is not null ? IncidentDecision.Refuse(IncidentRefusal.AlreadyRated)
        : command.Score is < Rating.MinScore or > Rating.MaxScore ? IncidentDecision.Refuse(IncidentRefusal.ScoreOutOfRange)
        : IncidentDecision.Accept(new IncidentRated(now, Actor.Requester, command.Score, command.Comment));

    public static IncidentDecision Reopen(Incident incident, ReopenIncident command, IncidentContext context, DateTimeOffset now) =>
        !IsRequester(incident, command.TrackingCode) ? IncidentDecision.Refuse(IncidentRefusal.NotRequester)
        : incident.IsOpen ? IncidentDecision.Refuse(IncidentRefusal.NotClosed)
        : incident.Outcome is not (IncidentOutcome.Resolved or IncidentOutcome.Unfounded) ? IncidentDecision.Refuse(IncidentRefusal.NotReopenable)
        : now > incident.ClosedAt + context.Policy.ReopenWindow ? IncidentDecision.Refuse(IncidentRefusal.ReopenWindowPassed)
        : string.IsNullOrWhiteSpace(command.Reason) ? IncidentDecision.Refuse(IncidentRefusal.ReasonRequired)
        : IncidentDecision.Accept(Reopened(incident.Item.HandleLimit, command.Reason, context, now));

    /// <summary>Of the incident itself, or of one merged into it.</summary>
    private static bool IsRequester(Incident incident, TrackingCode code) =>
        code == incident.TrackingCode || incident.JoinedReporters.Any(j => j.TrackingCode == code);

    private static IncidentReopened Reopened(Limit limit, string reason, IncidentContext context, DateTimeOffset now) => new(
        now,
        Actor.Requester,
        reason,
        new ClockRun(now, context.Calendar.RunningTime(now, limit)),
        context.Calendar.Add(now, limit),
        context.Calendar.Add(now, limit, context.Policy.HandlerReminderPercent).At);
}
