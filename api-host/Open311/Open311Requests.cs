using System.Collections.Immutable;
using GridActors.Core.Access;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.ApiHost.Open311;

/// <summary>
/// Requests as they stand. The id of a request is its tracking code: whoever has it may read it. A list of requests that nobody
/// named is for callers who may read incidents, and has theirs only.
/// </summary>
internal static class Open311Requests
{
    /// <summary>Ids in one call: each is looked up by itself.</summary>
    public const int MaxIds = 100;

    public const string Id = "service_request_id";

    public static async Task<IResult> ListAsync(
        HttpContext http, Open311Calls calls, IIncidentList list, IIncidentJournal journal, TimeProvider clock, CancellationToken ct)
    {
        var (call, errors) = await calls.ReadAsync(http, ct);
        if (call is null)
        {
            return errors!;
        }

        var now = clock.GetUtcNow();
        var document = new Open311RequestDocument(call, now);
        var ids = call.Query.List(Id);
        if (ids.Length > 0)
        {
            return await AnswerAsync(ids, call, document, list, journal, ct);
        }

        var (span, size) = ReadSpan(call.Query, now);
        return call.Query.HasProblems ? call.Query.Errors
            : !call.Caller.Has(Permission.ReadIncidents) ? NeedsCaller()
            : document.Answer(await Open311List.ReadAsync(list, call.Jurisdiction, span, size, call.Caller, now, ct));
    }

    public static async Task<IResult> FindAsync(
        string id, HttpContext http, Open311Calls calls, IIncidentList list, IIncidentJournal journal, TimeProvider clock, CancellationToken ct)
    {
        var (call, errors) = await calls.ReadAsync(http, ct);
        return call is null ? errors!
            : await LookUpAsync(id, call.Jurisdiction, list, ct) is null ? Unknown(id)
            : await AnswerAsync([id], call, new Open311RequestDocument(call, clock.GetUtcNow()), list, journal, ct);
    }

    /// <summary>Every service is realtime, so no token is ever given out; whoever asks with an id in its place is answered that id.</summary>
    public static async Task<IResult> FindByTokenAsync(string id, HttpContext http, Open311Calls calls, IIncidentList list, CancellationToken ct)
    {
        var (call, errors) = await calls.ReadAsync(http, ct);
        if (call is null)
        {
            return errors!;
        }

        if (await LookUpAsync(id, call.Jurisdiction, list, ct) is not { } incident)
        {
            return Open311Errors.NotFound($"token {id} was not found.");
        }

        var code = incident.TrackingCode.ToString();
        var request = new Open311Fields().Add(Id, code).Add("token", code).Build();
        return new Open311Answer(new Open311Document("service_requests", new Open311Value.Items("request", [request])), call.Language);
    }

    public static Open311Errors Unknown(string id) => Open311Errors.NotFound($"{Id} {id} was not found.");

    /// <summary>What nobody named is not for everybody.</summary>
    public static Open311Errors NeedsCaller() => Open311Errors.Forbidden($"A list without {Id} needs the api_key, or the login, of somebody who may read incidents.");

    /// <summary>Too many to be looked up one by one; null where they are not.</summary>
    public static Open311Errors? TooMany(string[] ids) =>
        ids.Length > MaxIds ? Open311Errors.BadRequest($"{Id} has {ids.Length} values; {MaxIds} are allowed.") : null;

    /// <summary>The incident of a tracking code, inside a jurisdiction.</summary>
    public static async Task<Incident?> LookUpAsync(string id, DivisionCode jurisdiction, IIncidentList list, CancellationToken ct) =>
        TrackingCode.TryParse(id, out var code) && await list.FindByTrackingCodeAsync(code, ct) is { } incident && jurisdiction.Contains(incident.Place.County)
            ? incident
            : null;

    /// <summary>Those that were named, in the order of their names; what is not there is left out.</summary>
    private static async Task<IResult> AnswerAsync(
        string[] ids, Open311Call call, Open311RequestDocument document, IIncidentList list, IIncidentJournal journal, CancellationToken ct)
    {
        if (call.Query.HasProblems || TooMany(ids) is not null)
        {
            return TooMany(ids) ?? call.Query.Errors;
        }

        var found = ImmutableArray.CreateBuilder<Open311Value>();
        foreach (var id in ids)
        {
            if (await LookUpAsync(id, call.Jurisdiction, list, ct) is { } incident)
            {
                var stays = incident.MergedInto is { } into ? await journal.FindAsync(into, ct) : null;
                found.Add(document.Write(incident, stays, document.HasExtensions ? await journal.ReadEventsAsync(incident.Id, ct) : []));
            }
        }

        return document.Answer(found.ToImmutable());
    }

    private static (IncidentSpan Span, int Size) ReadSpan(Open311Query query, DateTimeOffset now)
    {
        var reported = query.Range("start_date", "end_date", Open311Query.MaxSpan);
        var changed = query.Range("updated_after", "updated_before", Open311Query.MaxSpan);
        var size = query.WholeNumber("page_size", 1, Open311List.MaxRows) ?? Open311List.MaxRows;
        var page = query.WholeNumber("page", 1, IncidentSpan.MaxSkip / size) ?? 1;
        var span = new IncidentSpan(
            reported ?? (changed is null ? new InstantRange(now - Open311Query.MaxSpan, now) : null),
            changed,
            Touched: null,
            ReadItems(query),
            ReadStatus(query),
            (page - 1) * size);
        return (span, size);
    }

    private static ImmutableArray<ItemCode> ReadItems(Open311Query query)
    {
        var items = ImmutableArray.CreateBuilder<ItemCode>();
        foreach (var text in query.List("service_code"))
        {
            if (ItemCode.TryParse(text, out var item))
            {
                items.Add(item);
            }
            else
            {
                query.Problem($"service_code {text} is none: a code has four digits.");
            }
        }

        return items.ToImmutable();
    }

    /// <summary>Null for both, whether they are named or not.</summary>
    private static bool? ReadStatus(Open311Query query)
    {
        var statuses = query.List("status").Select(s => s.ToUpperInvariant()).Distinct().ToArray();
        if (statuses.Any(s => s is not ("OPEN" or "CLOSED")))
        {
            query.Problem("status is open or closed, or both with a comma between them.");
        }

        return statuses is [var only] ? only == "OPEN" : null;
    }
}
