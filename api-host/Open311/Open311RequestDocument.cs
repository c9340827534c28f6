using System.Collections.Immutable;
using GridActors.ApiHost.Json;
using GridActors.Core.Access;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Open311;

/// <summary>Incidents as the specification's requests.</summary>
/// <param name="now">The instant that "overdue" is asked for.</param>
internal sealed class Open311RequestDocument(Open311Call call, DateTimeOffset now)
{
    private readonly Open311Language _language = call.Language;

    /// <summary>Whether the client asked for what is beyond the specification.</summary>
    public bool HasExtensions { get; } = call.Query.Flag("extensions");

    public Open311Answer Answer(ImmutableArray<Open311Value> requests) =>
        new(new Open311Document("service_requests", new Open311Value.Items("request", requests)), _language);

    public Open311Answer Answer(ImmutableArray<Incident> incidents) => Answer([.. incidents.Select(i => Write(i, null, []))]);

    /// <param name="stays">The incident that it was merged into, where that is known.</param>
    /// <param name="events">What happened; empty where nobody asked.</param>
    public Open311Value.Fields Write(Incident incident, Incident? stays, ImmutableArray<IncidentEvent> events)
    {
        var fields = new Open311Fields()
            .Add("service_request_id", incident.TrackingCode.ToString())
            .Add("status", incident.IsOpen ? "open" : "closed")
            .Add("status_notes", Open311Text.NotesOf(incident, stays, _language))
            .Add("service_name", Open311Services.NameOf(call.Region.CatalogueOf(incident.Place.County), incident.Item.Code, _language))
            .Add("service_code", incident.Item.Code.ToString())
            .Add("description", DescriptionOf(incident))
            .Add("agency_responsible", NameOf(incident.Holder))
            .Add("service_notice", Open311Text.NoticeOf(incident.Item, _language))
            .Add("requested_datetime", incident.ReportedAt)
            .Add("updated_datetime", incident.ClosedAt ?? incident.ChangedAt)
            .Add("expected_datetime", ExpectedAt(incident))
            .Add("address", AddressOf(incident.Place))
            .Add("address_id", incident.Place.Grid?.ToString())
            .Add("zipcode", (string?)null)
            .Add("lat", incident.Place.Location?.Lat)
            .Add("long", incident.Place.Location?.Lon)
            .Add("media_url", (string?)null);
        if (HasExtensions)
        {
            fields.Add("extended_attributes", Extended(incident));
        }

        if (!events.IsEmpty)
        {
            fields.Add("notes", new Open311Value.Items("note", [.. Open311Update.ListOf(events, _language).Select(WriteNote)]));
        }

        return fields.Build();
    }

    /// <summary>What somebody wrote may name others: only those read it who may read the incident, as on the tracking page.</summary>
    private string? DescriptionOf(Incident incident) =>
        IncidentJurisdiction.MayRead(call.Caller, IncidentAccess.Of(incident)) ? incident.Content.Description : null;

    private string NameOf(Post post) =>
        GridCode.TryParse(post.PlaceCode, out GridCode grid) ? call.Region.Grids.Find(grid)?.Name ?? post.PlaceCode
        : call.Region.Find(DivisionCode.Parse(post.PlaceCode))?.Name ?? post.PlaceCode;

    /// <summary>When it has to be accepted, until it is; then when it has to be closed. Nothing while its clocks stand still.</summary>
    private static DateTimeOffset? ExpectedAt(Incident incident) =>
        incident.HandleDue?.At ?? (incident.Phase == IncidentPhase.Reported ? incident.AcceptDue.At : null);

    /// <summary>From the grid, where there is one, to the county: from the smallest to the largest, as the specification has it.</summary>
    private string AddressOf(ReportedPlace place)
    {
        var names = new List<string>();
        if (place.Grid is { } grid)
        {
            names.Add(call.Region.Grids.Find(grid)?.Name ?? grid.ToString());
        }

        for (DivisionCode? at = place.Grid?.Village ?? place.County; at is { Level: < DivisionLevel.Prefecture } division; at = division.Parent)
        {
            names.Add(call.Region.Find(division)?.Name ?? division.ToString());
        }

        return string.Join(", ", names);
    }

    private Open311Value.Fields Extended(Incident incident) => new Open311Fields()
        .Add("phase", ApiJson.NameOf(incident.Phase))
        .Add("outcome", incident.Outcome is { } outcome ? ApiJson.NameOf(outcome) : null)
        .Add("severity", incident.Item.Severity.ToString())
        .Add("catalogue_version", (double)incident.Item.CatalogueVersion)
        .Add("holder_tier", ApiJson.NameOf(incident.Holder.Tier))
        .Add("holder_code", incident.Holder.PlaceCode)
        .Add("accept_due_datetime", incident.AcceptDue.At)
        .Add("handle_due_datetime", incident.HandleDue?.At)
        .Add("provisional", incident.IsProvisional)
        .Add("overdue", incident.IsOverdueAt(now))
        .Add("reopenings", (double)incident.Reopenings)
        .Build();

    private static Open311Value.Fields WriteNote(Open311Update update) => new Open311Fields()
        .Add("datetime", update.At)
        .Add("description", update.Text)
        .Add("type", update.Kind)
        .Build();
}
