using System.Collections.Immutable;
using GridActors.ApiHost.Access;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Incidents;
using GridActors.Grains.Divisions;
using GridActors.Storage.Incidents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GridActors.ApiHost.Incidents;

/// <summary>What happened to an incident, and where its time went.</summary>
internal static class HistoryEndpoints
{
    public static void MapHistory(this IEndpointRouteBuilder incidents)
    {
        incidents.MapGet("/{id}/timeline", ReadTimelineAsync)
            .WithName("ReadTimeline")
            .Needs(Permission.ReadIncidents)
            .WithSummary("Everything that happened to an incident, oldest first")
            .Answers<ItemList<TimelineEntry>>(StatusCodes.Status200OK)
            .Refuses(404, 503)
            .DescribesIncidentId();
        incidents.MapGet("/{id}/ledger", ReadLedgerAsync)
            .WithName("ReadLedger")
            .Needs(Permission.ReadIncidents)
            .WithSummary("Where an incident's time went: every interval from the report to the close")
            .Answers<LedgerResource>(StatusCodes.Status200OK)
            .Refuses(404, 503)
            .DescribesIncidentId();
    }

    private static async Task<Results<Ok<ItemList<TimelineEntry>>, ProblemResult>> ReadTimelineAsync(string id, HttpContext http, IIncidentJournal journal, CancellationToken ct)
    {
        var events = await ReadEventsAsync(id, journal, ct);
        return IncidentEvolution.Replay(events) is not { } incident || !http.MayRead(incident)
            ? IncidentProblems.Of(IncidentRefusal.UnknownIncident)
            : TypedResults.Ok(new ItemList<TimelineEntry>([.. events.Select((e, i) => TimelineEntry.Of(e, i + 1))]));
    }

    private static async Task<Results<Ok<LedgerResource>, ProblemResult>> ReadLedgerAsync(
        string id,
        HttpContext http,
        IIncidentJournal journal,
        IRegionDirectory directory,
        TimeProvider clock,
        CancellationToken ct)
    {
        var events = await ReadEventsAsync(id, journal, ct);
        if (IncidentEvolution.Replay(events) is not { } incident || !http.MayRead(incident))
        {
            return IncidentProblems.Of(IncidentRefusal.UnknownIncident);
        }

        var calendars = (await directory.AtLeastAsync(0, ct)).CalendarsOf(incident.Place.County);
        return TypedResults.Ok(LedgerResource.Of(events, calendars, clock.GetUtcNow()));
    }

    private static async Task<ImmutableArray<IncidentEvent>> ReadEventsAsync(string id, IIncidentJournal journal, CancellationToken ct) =>
        IncidentId.TryParse(id, out var incidentId) ? await journal.ReadEventsAsync(incidentId, ct) : [];
}
