using System.Collections.Frozen;
using System.Collections.Immutable;
using GridActors.ApiHost.Incidents;
using GridActors.Contracts.Incidents;
using GridActors.Core.Access;
using GridActors.Core.Incidents;
using GridActors.Grains;
using GridActors.Storage.Incidents;

namespace GridActors.ApiHost.Open311;

/// <summary>The extension that FixMyStreet and its peers speak: what became of requests since, and what their requesters say about it.</summary>
internal static class Open311Updates
{
    private const string Root = "service_request_updates";
    private const string Item = "request_update";

    /// <summary>How far a list goes back where nothing says so: clients ask every few minutes, once a day at least.</summary>
    private static readonly TimeSpan _defaultSpan = TimeSpan.FromDays(1);

    /// <summary>What a client may say of a request: whether that means open. The first two are the extension's, the others are in use.</summary>
    private static readonly FrozenDictionary<string, bool> _statuses = new Dictionary<string, bool>
    {
        ["OPEN"] = true,
        ["CLOSED"] = false,
        ["REOPEN"] = true,
        ["IN_PROGRESS"] = true,
        ["INVESTIGATING"] = true,
        ["ACTION_SCHEDULED"] = true,
        ["FOR_TRIAGE"] = true,
        ["FIXED"] = false,
        ["DUPLICATE"] = false,
        ["NO_FURTHER_ACTION"] = false,
        ["NOT_COUNCILS_RESPONSIBILITY"] = false,
        ["INTERNAL_REFERRAL"] = false,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static async Task<IResult> ListAsync(
        HttpContext http, Open311Calls calls, IIncidentList list, IIncidentJournal journal, TimeProvider clock, CancellationToken ct)
    {
        var (call, errors) = await calls.ReadAsync(http, ct);
        if (call is null)
        {
            return errors!;
        }

        var now = clock.GetUtcNow();
        var range = call.Query.Range("start_date", "end_date", _defaultSpan);
        var ids = call.Query.List(Open311Requests.Id);
        if (call.Query.HasProblems)
        {
            return call.Query.Errors;
        }

        if (ids.Length > 0)
        {
            return Open311Requests.TooMany(ids)
                ?? await AnswerAsync(await FindAllAsync(ids, call, list, ct), range, call.Language, journal, ct);
        }

        if (!call.Caller.Has(Permission.ReadIncidents))
        {
            return Open311Requests.NeedsCaller();
        }

        range ??= new InstantRange(now - _defaultSpan, now);
        var touched = await Open311List.ReadAsync(list, call.Jurisdiction, new IncidentSpan(Touched: range), Open311List.MaxRows + 1, call.Caller, now, ct);
        return touched.Length > Open311List.MaxRows
            ? Open311Errors.BadRequest($"More than {Open311List.MaxRows} requests were updated between start_date and end_date; ask for less time.")
            : await AnswerAsync(touched, range, call.Language, journal, ct);
    }

    /// <summary>
    /// "Open" about a closed request says that it is not fixed, and reopens it inside the reopen window; everything else is a note on
    /// the record. That a requester says "fixed" closes nothing: the post that holds it does.
    /// </summary>
    public static async Task<IResult> AddAsync(
        HttpContext http, Open311Calls calls, IIncidentList list, IIncidentJournal journal, IGrainFactory grains, CancellationToken ct)
    {
        var (call, form, errors) = await calls.ReadFormAsync(http, ct);
        if (call is null || form is null)
        {
            return errors!;
        }

        var (id, isOpen, text) = Read(form);
        if (form.HasProblems)
        {
            return form.Errors;
        }

        if (await Open311Requests.LookUpAsync(id, call.Jurisdiction, list, ct) is not { } reported)
        {
            return Open311Requests.Unknown(id);
        }

        var incident = reported.MergedInto is { } into && await journal.FindAsync(into, ct) is { } stays ? stays : reported;
        var actor = grains.GetIncident(incident.Id);
        var note = new AddRequesterNote(reported.TrackingCode, text);
        var reply = await actor.ExecuteAsync(isOpen && !incident.IsOpen ? new ReopenIncident(reported.TrackingCode, text) : note, null, ct);
        if (reply.Refusal == IncidentRefusal.NotClosed)
        {
            // Somebody else was faster and reopened it; what is said here is worth a note all the same.
            reply = await actor.ExecuteAsync(note, null, ct);
        }

        return Answer(reply, reported.TrackingCode, call.Language);
    }

    private static (string Id, bool IsOpen, string Text) Read(Open311Form form)
    {
        var (id, status, text) = (form.Text(Open311Requests.Id), form.Text("status"), form.Prose("description"));
        var isOpen = false;
        if (id is null)
        {
            form.Problem($"{Open311Requests.Id} was not provided.");
        }

        if (status is null || !_statuses.TryGetValue(status, out isOpen))
        {
            form.Problem($"status is one of {string.Join(", ", _statuses.Keys.Order(StringComparer.Ordinal))}.");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            form.Problem("description was not provided.");
        }
        else if (text.Length > SubmittedResult.MaxTextLength)
        {
            form.Problem($"description has {text.Length} characters; {SubmittedResult.MaxTextLength} are allowed.");
        }

        form.CheckMedia("media_url");
        Open311Contact.Drop(form);
        return (id ?? "", isOpen, text ?? "");
    }

    private static IResult Answer(IncidentReply reply, TrackingCode code, Open311Language language)
    {
        if (reply is not { Refusal: null, Incident: { } incident })
        {
            return Open311Errors.Of(IncidentProblems.Of(reply.Refusal ?? IncidentRefusal.UnknownIncident));
        }

        var update = new Open311Fields().Add("update_id", Open311Update.IdOf(code, incident)).Add("account_id", (string?)null).Build();
        return new Open311Answer(new Open311Document(Root, new Open311Value.Items(Item, [update])), language);
    }

    private static async Task<ImmutableArray<Incident>> FindAllAsync(string[] ids, Open311Call call, IIncidentList list, CancellationToken ct)
    {
        var found = ImmutableArray.CreateBuilder<Incident>();
        foreach (var id in ids)
        {
            if (await Open311Requests.LookUpAsync(id, call.Jurisdiction, list, ct) is { } incident)
            {
                found.Add(incident);
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Oldest first: who reads on from the last one misses none.</summary>
    private static async Task<IResult> AnswerAsync(ImmutableArray<Incident> incidents, InstantRange? range, Open311Language language, IIncidentJournal journal, CancellationToken ct)
    {
        var updates = new List<Open311Update>();
        foreach (var incident in incidents)
        {
            var all = Open311Update.ListOf(await journal.ReadEventsAsync(incident.Id, ct), language);
            updates.AddRange(all.Where(u => range is not { } r || (u.At >= r.From && u.At <= r.Until)));
        }

        var rows = updates.OrderBy(u => u.At).ThenBy(u => u.Code.ToString(), StringComparer.Ordinal).ThenBy(u => u.Version).Take(Open311List.MaxRows);
        return new Open311Answer(new Open311Document(Root, new Open311Value.Items(Item, [.. rows.Select(u => u.Write())])), language);
    }
}
