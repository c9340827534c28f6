using GridActors.ApiHost.Incidents;
using GridActors.Contracts.Incidents;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Hosting.Incidents;

namespace GridActors.ApiHost.Open311;

/// <summary>A report that comes in as a form: the same intake, actor and record of refusals as <c>POST /v1/incidents</c>.</summary>
internal static class Open311Reports
{
    /// <summary>How such a report came in, on its record.</summary>
    private const string Channel = "open311";

    public static async Task<IResult> ReportAsync(
        HttpContext http, Open311Calls calls, ReportTaker reports, TimeProvider clock, CancellationToken ct)
    {
        var (call, form, errors) = await calls.ReadFormAsync(http, ct);
        if (call is null || form is null)
        {
            return errors!;
        }

        var (command, refused) = Prepare(form, call, clock.GetUtcNow());
        if (command is null)
        {
            return refused!;
        }

        var reply = await reports.SendAsync(command, ct);
        return reply is { Refusal: null, Incident: { } incident }
            ? Answer(incident, call.Language)
            : await RefuseAsync(reply, command, call.Region, reports);
    }

    private static (ReportIncident? Command, Open311Errors? Errors) Prepare(Open311Form form, Open311Call call, DateTimeOffset now)
    {
        if (form.Text("service_code") is not { } service)
        {
            return (null, Open311Errors.BadRequest("service_code was not provided."));
        }

        if (!ItemCode.TryParse(service, out var item))
        {
            return (null, Open311Services.Unknown(service));
        }

        form.CheckMedia("media_url");
        Open311Contact.Drop(form);
        var request = Read(form, item, call);
        if (form.HasProblems)
        {
            return (null, form.Errors);
        }

        return !ReportIntake.TryPrepare(request, IncidentIds.Fresh(now), call.Region, null, out var command, out var problems)
                ? (null, Open311Errors.BadRequest([.. problems.Select(DescribeProblem)]))
            : !call.Jurisdiction.Contains(command.Place.County)
                ? (null, Open311Errors.BadRequest($"The place is in {command.Place.County}, outside the jurisdiction {call.Jurisdiction}."))
            : (command, null);
    }

    private static ReportRequest Read(Open311Form form, ItemCode item, Open311Call call) => new()
    {
        ItemCode = item.ToString(),
        GridCode = form.Text("address_id"),
        Lat = form.Number("lat"),
        Lon = form.Number("long"),
        Description = DescriptionOf(form, Open311Services.NameOf(call.Region.CatalogueOf(call.Jurisdiction), item, Open311Language.Chinese)),
        Channel = Channel,
        UnmatchedIn = form.Text("address_string") is null ? null : CountyOf(call),
    };

    /// <summary>A county, or the only county of a prefecture; null where that does not say which.</summary>
    private static DivisionCode? CountyOf(Open311Call call) =>
        call.Jurisdiction.Level == DivisionLevel.County ? call.Jurisdiction
        : call.Region.ChildrenOf(call.Jurisdiction).ToArray() is [var only] ? only
        : null;

    /// <summary>The requester's words, with the address under them, which the record has no other place for; the name of the service where there are none.</summary>
    private static string DescriptionOf(Open311Form form, string service)
    {
        var description = form.Prose("description");
        return form.Prose("address_string") is { } address
            ? $"{description ?? service}\n地址 / Address: {address}"
            : description ?? service;
    }

    /// <summary>In the words of the form, where the intake has its own.</summary>
    private static string DescribeProblem(ReportProblem problem) => problem.Code switch
    {
        "place_required" => $"A place is needed: lat and long, or address_id (the code of a grid), or address_string together with the jurisdiction_id of a county.",
        "location_out_of_range" => "lat is a number from -90 to 90 and long is one from -180 to 180; both are needed.",
        _ => problem.Field == "gridCode" ? $"address_id: {problem.Message}" : problem.Message,
    };

    private static async Task<IResult> RefuseAsync(IncidentReply reply, ReportIncident command, RegionSnapshot region, ReportTaker reports)
    {
        if (reply.Refusal is not (IncidentRefusal.UnknownItem or IncidentRefusal.ReservedToAuthority))
        {
            return Open311Errors.Of(IncidentProblems.Of(reply.Refusal ?? IncidentRefusal.UnknownIncident));
        }

        var problem = await reports.RefuseItemAsync(command, reply.Refusal.Value, region);
        return reply.Refusal == IncidentRefusal.UnknownItem ? Open311Services.Unknown(command.ItemCode.ToString()) : Open311Errors.Of(problem);
    }

    private static Open311Answer Answer(Incident incident, Open311Language language)
    {
        var request = new Open311Fields()
            .Add("service_request_id", incident.TrackingCode.ToString())
            .Add("service_notice", Open311Text.NoticeOf(incident.Item, language))
            .Add("account_id", (string?)null)
            .Build();
        return new Open311Answer(new Open311Document("service_requests", new Open311Value.Items("request", [request])), language);
    }
}
