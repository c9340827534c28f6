using System.Collections.Immutable;
using GridActors.ApiHost.Departments;
using GridActors.Core.Catalogue;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;

namespace GridActors.ApiHost.Incidents;

/// <summary>An incident as it stands. Whoever may not read it, and only reported it or has its tracking code, sees no more than the public page of that code tells; the rest is null or empty.</summary>
/// <param name="Id">Names it for good.</param>
/// <param name="TrackingCode">What the requester follows it with.</param>
/// <param name="Outcome">How it ended; null while it is open.</param>
/// <param name="CatalogueVersion">The catalogue that it was reported under and lives under.</param>
/// <param name="GridCode">The grid that it is filed under; null where no grid contains the place.</param>
/// <param name="Grids">Every grid that it was offered to: several on a boundary, none outside every grid.</param>
/// <param name="Location">Null where the requester named the grid only.</param>
/// <param name="Description">Null for whoever has its tracking code only.</param>
/// <param name="Channel">How it came in; null for whoever has its tracking code only.</param>
/// <param name="CapturedAt">When the requester's device recorded it; null where that was not told.</param>
/// <param name="Holder">The post that has to act.</param>
/// <param name="Handler">The worker assigned or at work; null where there is none.</param>
/// <param name="Supervisor">The post that watches an overdue incident; null where there is none.</param>
/// <param name="AcceptDueAt">When the holder has to have accepted it, or had to.</param>
/// <param name="HandleDueAt">When it has to be closed; null until it is accepted.</param>
/// <param name="Provisional">The deadline crosses a year whose working calendar is not published yet, and is computed again once it is.</param>
/// <param name="Overdue">Past its handle deadline now, or at its close.</param>
/// <param name="AcceptEscalations">How often it climbed because nobody accepted it.</param>
/// <param name="Result">What was done about it; null until a result is submitted.</param>
/// <param name="ClosedAt">Null while it is open.</param>
/// <param name="Version">Goes up with every event; the ETag.</param>
/// <param name="Why">Why it is where it is: every routing decision, oldest first.</param>
/// <param name="Tasks">The departments that it was dispatched to.</param>
/// <param name="Extension">Left out where nobody asked for one.</param>
/// <param name="Suspension">Left out where nobody asked for one.</param>
/// <param name="Rating">What its requester thinks of it; null until it is rated.</param>
/// <param name="MergedInto">The incident that it was a duplicate of; null where it was none.</param>
/// <param name="MergedFrom">Incidents whose requesters wait for this one too.</param>
/// <param name="Reopenings">How often its requester said "not fixed".</param>
public sealed record IncidentResource(
    IncidentId Id,
    TrackingCode TrackingCode,
    IncidentPhase Phase,
    IncidentOutcome? Outcome,
    ItemCode ItemCode,
    int CatalogueVersion,
    Severity Severity,
    GridCode? GridCode,
    ImmutableArray<GridCode> Grids,
    LocationResource? Location,
    string? Description,
    string? Channel,
    DateTimeOffset? CapturedAt,
    DateTimeOffset ReportedAt,
    PostResource Holder,
    HandlerResource? Handler,
    PostResource? Supervisor,
    DateTimeOffset AcceptDueAt,
    DateTimeOffset? HandleDueAt,
    bool Provisional,
    bool Overdue,
    int AcceptEscalations,
    ResultResource? Result,
    DateTimeOffset? ClosedAt,
    int Version,
    ImmutableArray<WhyResource> Why,
    ImmutableArray<TaskResource> Tasks,
    ExtensionResource? Extension,
    SuspensionResource? Suspension,
    RatingResource? Rating,
    IncidentId? MergedInto,
    ImmutableArray<IncidentId> MergedFrom,
    int Reopenings)
{
    /// <param name="now">The instant that "overdue" is asked for.</param>
    public static IncidentResource Of(Incident incident, DateTimeOffset now) => new(
        incident.Id,
        incident.TrackingCode,
        incident.Phase,
        incident.Outcome,
        incident.Item.Code,
        incident.Item.CatalogueVersion,
        incident.Item.Severity,
        incident.Place.Grid,
        incident.Place.Grids,
        incident.Place.Location is { } place ? new LocationResource(place.Lat, place.Lon) : null,
        incident.Content.Description,
        incident.Content.Channel,
        incident.Content.CapturedAt,
        incident.ReportedAt,
        PostResource.Of(incident.Holder),
        incident.Handler is { } worker ? new HandlerResource(worker) : null,
        incident.Supervisor is { } supervisor ? PostResource.Of(supervisor) : null,
        incident.AcceptDue.At,
        incident.HandleDue?.At,
        incident.IsProvisional,
        incident.IsOverdueAt(now),
        incident.AcceptEscalations,
        incident.Result is { } result ? new ResultResource(result.At, result.By, result.Text) : null,
        incident.ClosedAt,
        incident.Version,
        WhyResource.ListOf(incident),
        [.. (incident.Dispatch?.Tasks ?? []).Select(TaskResource.Of)],
        ExtensionResource.Of(incident),
        incident.Suspension is { } suspension ? new SuspensionResource(suspension.Status, suspension.AskedBy, suspension.Reason, suspension.Until) : null,
        incident.Rating is { } rating ? new RatingResource(rating.At, rating.Score, rating.Comment) : null,
        incident.MergedInto,
        [.. incident.JoinedReporters.Select(j => j.Incident)],
        incident.Reopenings);

    /// <summary>For whoever reported it and may not read it: what they said themselves, and what the public page of its tracking code tells.</summary>
    internal IncidentResource ForReporter() => this with
    {
        Handler = null,
        Supervisor = null,
        Result = Phase == IncidentPhase.Closed && Outcome != IncidentOutcome.Void && Result is { } result ? result with { By = null } : null,
        Why = [],
        Tasks = [],
        Extension = null,
        Suspension = null,
        MergedInto = null,
        MergedFrom = [],
    };

    /// <summary>For whoever has a tracking code only, which may be of a report that was merged into this one: without what another requester said.</summary>
    internal IncidentResource ForRequester(TrackingCode shown) => ForReporter() with
    {
        TrackingCode = shown,
        GridCode = null,
        Grids = [],
        Location = null,
        Description = null,
        Channel = null,
        CapturedAt = null,
        Rating = shown == TrackingCode ? Rating : null,
    };
}

/// <summary>A place in WGS 84 degrees.</summary>
/// <param name="Lat">-90 to 90.</param>
/// <param name="Lon">-180 to 180.</param>
public sealed record LocationResource(double Lat, double Lon);

/// <summary>Who is at work on an incident.</summary>
/// <param name="WorkerId">The number on the worker's badge.</param>
public sealed record HandlerResource(WorkerId WorkerId);

/// <summary>What was done about an incident.</summary>
/// <param name="By">Who says so: <c>post:</c> and a place code, or <c>worker:</c> and a badge number; null for whoever may not read the incident.</param>
public sealed record ResultResource(DateTimeOffset At, Actor? By, string Text);

/// <summary>Extensions of the handle limit.</summary>
/// <param name="Granted">How many; two at most.</param>
/// <param name="AskedBy">Who waits for a decision; null where nobody does.</param>
/// <param name="Reason">Of whoever waits.</param>
public sealed record ExtensionResource(int Granted, Actor? AskedBy, string? Reason)
{
    internal static ExtensionResource? Of(Incident incident) => incident is { Extension: null, Extensions: 0 }
        ? null
        : new ExtensionResource(incident.Extensions, incident.Extension?.AskedBy, incident.Extension?.Reason);
}

/// <summary>The one suspension that an incident can have.</summary>
/// <param name="Until">When it goes on by itself, or would have.</param>
public sealed record SuspensionResource(SuspensionStatus Status, Actor AskedBy, string Reason, DateTimeOffset Until);

/// <summary>What a requester thinks of how it went.</summary>
/// <param name="Score">1 to 5, 5 the best.</param>
public sealed record RatingResource(DateTimeOffset At, int Score, string Comment);
