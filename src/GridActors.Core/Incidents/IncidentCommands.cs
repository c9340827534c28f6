using GridActors.Core.Catalogue;
using GridActors.Core.Workers;

namespace GridActors.Core.Incidents;

/// <summary>Something that somebody wants done to an incident.</summary>
[GenerateSerializer, Immutable, Alias("incident-command")]
public abstract record IncidentCommand
{
    /// <summary>Null where whoever sends it does not mean to send it again. A report has none: its id follows from its key.</summary>
    [Id(0)]
    public CommandKey? Key { get; init; }
}

/// <summary>A command whose actor may be left out: then the holder's post acts.</summary>
/// <param name="By">Null for the holder.</param>
[GenerateSerializer, Immutable, Alias("post-command")]
public abstract record PostCommand([property: Id(0)] Actor? By) : IncidentCommand;

/// <param name="RegionRevision">The reference data that the place was found in; a silo that knows an older one reads it again first.</param>
[GenerateSerializer, Immutable, Alias("report-incident")]
public sealed record ReportIncident(
    [property: Id(0)] IncidentId Id,
    [property: Id(1)] TrackingCode TrackingCode,
    [property: Id(2)] ItemCode ItemCode,
    [property: Id(3)] ReportedPlace Place,
    [property: Id(4)] ReportContent Content,
    [property: Id(5)] int RegionRevision) : IncidentCommand;

/// <summary>Report and result in one, by the worker at the place; most of daily work.</summary>
[GenerateSerializer, Immutable, Alias("handle-on-spot")]
public sealed record HandleOnSpot([property: Id(0)] WorkerId Worker, [property: Id(1)] string Result) : IncidentCommand;

[GenerateSerializer, Immutable, Alias("accept-incident")]
public sealed record AcceptIncident(Actor? By = null) : PostCommand(By);

/// <param name="To">Null for the next staffed tier up; only an emergency skips tiers.</param>
[GenerateSerializer, Immutable, Alias("forward-incident")]
public sealed record ForwardIncident([property: Id(0)] string Reason, Actor? By = null, [property: Id(1)] Tier? To = null) : PostCommand(By);

[GenerateSerializer, Immutable, Alias("send-down-incident")]
public sealed record SendDownIncident([property: Id(0)] Tier To, Actor? By = null) : PostCommand(By);

[GenerateSerializer, Immutable, Alias("assign-worker")]
public sealed record AssignWorker([property: Id(0)] WorkerId Worker, Actor? By = null) : PostCommand(By);

[GenerateSerializer, Immutable, Alias("start-handling")]
public sealed record StartHandling(Actor? By = null) : PostCommand(By);

[GenerateSerializer, Immutable, Alias("submit-result")]
public sealed record SubmitResult([property: Id(0)] string Result, Actor? By = null) : PostCommand(By);

/// <param name="Reason">What has to be done again; asked for where the check fails.</param>
[GenerateSerializer, Immutable, Alias("check-result")]
public sealed record CheckResult([property: Id(0)] bool Passed, [property: Id(1)] string Reason, Actor? By = null) : PostCommand(By);

/// <param name="Outcome">Not <see cref="IncidentOutcome.Void"/>: that needs a reason, see <see cref="VoidIncident"/>.</param>
[GenerateSerializer, Immutable, Alias("close-incident")]
public sealed record CloseIncident([property: Id(0)] IncidentOutcome Outcome, Actor? By = null) : PostCommand(By);

[GenerateSerializer, Immutable, Alias("void-incident")]
public sealed record VoidIncident([property: Id(0)] string Reason, Actor? By = null) : PostCommand(By);

/// <summary>The clock says that a deadline has passed. Late, doubled or for a deadline that moved, it does nothing.</summary>
[GenerateSerializer, Immutable, Alias("deadline-reached")]
public sealed record DeadlineReached([property: Id(0)] DateTimeOffset DueAt) : IncidentCommand;

/// <summary>The calendar of a year was published: a provisional deadline is computed again.</summary>
[GenerateSerializer, Immutable, Alias("calendar-published")]
public sealed record CalendarPublished : IncidentCommand;
