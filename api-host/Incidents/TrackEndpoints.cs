using GridActors.ApiHost.Access;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Divisions;
using GridActors.Core.Escalations;
using GridActors.Core.Incidents;
using GridActors.Grains.Divisions;
using GridActors.Storage.Incidents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GridActors.ApiHost.Incidents;

/// <summary>How far a report has come: no login, the tracking code is the key.</summary>
internal static class TrackEndpoints
{
    public static void MapTracking(this IEndpointRouteBuilder routes) => routes.MapGet("/v1/public/track/{trackingCode}", FindAsync)
        .WithTags("Public")
        .WithName("TrackIncident")
        .Needs(Permission.ReadPublic)
        .WithSummary("What happened to a report, who has it now, what comes next and by when")
        .Answers<TrackResource>(StatusCodes.Status200OK)
        .Refuses(404, 503)
        .DescribesParameter("trackingCode", "What the report was answered with.");

    private static async Task<Results<Ok<TrackResource>, ProblemResult>> FindAsync(
        string trackingCode, IIncidentList list, IIncidentJournal journal, IRegionDirectory directory, CancellationToken ct)
    {
        if (!TrackingCode.TryParse(trackingCode, out var code) || await list.FindByTrackingCodeAsync(code, ct) is not { } reported)
        {
            return ProblemResult.NotFound("unknown_tracking_code", "There is no report with this tracking code.");
        }

        var incident = reported.MergedInto is { } into && await journal.FindAsync(into, ct) is { } stays ? stays : reported;
        var events = await journal.ReadEventsAsync(incident.Id, ct);
        var region = await directory.AtLeastAsync(0, ct);
        return TypedResults.Ok(new TrackResource(
            reported.TrackingCode,
            reported.Item.Code,
            reported.ReportedAt,
            incident.Phase,
            incident.Outcome,
            Merged: incident != reported,
            incident.IsOpen ? HolderOf(incident, region) : null,
            TrackText.NextOf(incident with { Rating = reported.Rating }, EscalationPolicy.Default.ReopenWindow),
            incident is { IsOpen: false, Outcome: not IncidentOutcome.Void } ? incident.Result?.Text : null,
            reported.Rating is { } rating ? new RatingResource(rating.At, rating.Score, rating.Comment) : null,
            [.. events.Where(TrackText.IsForRequesters).Select(e => new TrackStep(e.At, TimelineEntry.KindOf(e)))]));
    }

    private static HeldByResource HolderOf(Incident incident, RegionSnapshot region) => new(
        incident.Holder.Tier,
        incident.Holder.PlaceCode,
        DivisionCode.TryParse(incident.Holder.PlaceCode, out var division) && region.Find(division) is { } known ? known.Name : incident.Holder.PlaceCode,
        [.. incident.OpenTasks.Select(t => t.Department.ToString())]);
}
