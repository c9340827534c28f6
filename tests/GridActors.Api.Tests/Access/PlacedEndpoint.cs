using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace GridActors.Api.Tests.Access;

/// <summary>What an endpoint with a place is called with: once for something that is there, once for something that nobody ever heard of.</summary>
/// <param name="Path">Below <c>/v1</c>, with the places to fill in.</param>
/// <param name="IsAlong">Divisions above the caller's own place are open, too.</param>
internal sealed record PlacedEndpoint(HttpMethod Method, string Path, object? Body = null, bool IsAlong = false)
{
    private const string Housing = $"{Demo.County}/housing";

    private static readonly object[] _shifts = [new { start = "09:00", end = "19:00" }];

    /// <summary>Every endpoint with a place in its route that is not open to everybody, by its name.</summary>
    public static Dictionary<string, PlacedEndpoint> All { get; } = new()
    {
        ["FindIncident"] = Get("/incidents/{id}"),
        ["ReadTimeline"] = Get("/incidents/{id}/timeline"),
        ["ReadLedger"] = Get("/incidents/{id}/ledger"),
        ["ListDuplicates"] = Get("/incidents/{id}/duplicates"),
        ["AcceptIncident"] = Post("/incidents/{id}/accept"),
        ["ForwardIncident"] = Post("/incidents/{id}/forward", new { reason = "Too big" }),
        ["SendDownIncident"] = Post("/incidents/{id}/send-down", new { tier = "village" }),
        ["AssignWorker"] = Post("/incidents/{id}/assign", new { workerId = Demo.Worker }),
        ["StartHandling"] = Post("/incidents/{id}/start"),
        ["SubmitResult"] = Post("/incidents/{id}/result", new { result = "Done" }),
        ["CheckResult"] = Post("/incidents/{id}/check", new { passed = true }),
        ["CloseIncident"] = Post("/incidents/{id}/close"),
        ["VoidIncident"] = Post("/incidents/{id}/void", new { reason = "Twice" }),
        ["AskExtension"] = Post("/incidents/{id}/ask-extension", new { reason = "Parts" }),
        ["DecideExtension"] = Post("/incidents/{id}/decide-extension", new { granted = true }),
        ["AskSuspension"] = Post("/incidents/{id}/ask-suspension", new { until = "2099-01-01T00:00:00Z", reason = "Frost" }),
        ["DecideSuspension"] = Post("/incidents/{id}/decide-suspension", new { granted = true }),
        ["ResumeIncident"] = Post("/incidents/{id}/resume"),
        ["UrgeIncident"] = Post("/incidents/{id}/urge", new { reason = "Soon" }),
        ["SuperviseIncident"] = Post("/incidents/{id}/supervise"),
        ["AddNote"] = Post("/incidents/{id}/note", new { text = "Seen" }),
        ["HandleOnSpot"] = Post("/incidents/{id}/on-spot", new { workerId = Demo.Worker, result = "Done" }),
        ["DispatchIncident"] = Post("/incidents/{id}/dispatch", new { lead = Housing }),
        ["AcceptTask"] = Post("/incidents/{id}/accept-task", new { department = Housing }),
        ["ReturnTask"] = Post("/incidents/{id}/return-task", new { department = Housing, reason = "No" }),
        ["SubmitTaskResult"] = Post("/incidents/{id}/task-result", new { department = Housing, result = "Done" }),
        ["ShowContact"] = Post("/incidents/{id}/contact", new { purpose = "To call back" }),
        ["EraseContact"] = new(HttpMethod.Delete, "/incidents/{id}/contact"),
        ["MergeIncident"] = Post("/incidents/{id}/merge", new { into = "{into}" }),
        ["UnmergeIncident"] = Post("/incidents/{id}/unmerge"),
        ["FindDivision"] = Get("/divisions/{division}", isAlong: true),
        ["ListChildren"] = Get("/divisions/{division}/children", isAlong: true),
        ["ListDepartments"] = Get("/divisions/{division}/departments", isAlong: true),
        ["ListGridChangesOfDivision"] = Get("/divisions/{division}/grid-changes"),
        ["FindGrid"] = Get("/grids/{grid}"),
        ["ListGridChanges"] = Get("/grids/{grid}/changes"),
        ["FindWorker"] = Get("/workers/{worker}"),
        ["VerifyWorker"] = Post("/workers/{worker}/eligibility", new { verifiedBy = Demo.Township }),
        ["AppointWorker"] = Post("/workers/{worker}/appoint", new { gridCode = "{grid}", role = "part_time", shifts = _shifts }),
        ["TransferWorker"] = Post("/workers/{worker}/transfer", new { from = "{grid}", to = Demo.NeighbourGrid, at = "2099-01-01T00:00:00Z" }),
        ["EndDuties"] = Post("/workers/{worker}/end", new { gridCode = "{grid}", at = "2099-01-01T00:00:00Z" }),
        ["SetShifts"] = Post("/workers/{worker}/shifts", new { gridCode = "{grid}", shifts = _shifts }),
        ["CoverGrid"] = Post("/workers/{worker}/cover", new { gridCode = "{grid}", until = "2020-01-01T00:00:00Z" }),
        ["IssueBadge"] = Post("/workers/{worker}/badge", new { expiresAt = "2020-01-01T00:00:00Z" }),
        ["RevokeBadge"] = Post("/workers/{worker}/badge/revoke", new { reason = "Lost" }),
        ["HandOver"] = Post("/workers/{worker}/hand-over", new { to = Demo.Colleague, reason = " " }),
        ["ListCatalogueVersions"] = Get("/catalogue/{county}/versions", isAlong: true),
        ["FindCatalogueVersion"] = Get("/catalogue/{county}/versions/1", isAlong: true),
        ["DiffCatalogue"] = Get("/catalogue/{county}/diff?from=current&to=current", isAlong: true),
        ["FindDraft"] = Get("/catalogue/{county}/draft"),
        ["SaveDraft"] = new(HttpMethod.Put, "/catalogue/{county}/draft", new { }),
        ["DiscardDraft"] = new(HttpMethod.Delete, "/catalogue/{county}/draft"),
        ["PublishDraft"] = Post("/catalogue/{county}/draft/publish"),
        ["ListCheckpoints"] = Get("/record/{county}/checkpoints"),
        ["DryRunCatalogue"] = Post("/catalogue/{county}/dry-run", new { }),
    };

    public Task<ApiAnswer> SendAsync(IApiClient api, Places places)
    {
        var content = Body is null ? null : new StringContent(places.In(JsonSerializer.Serialize(Body)), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        return api.SendAsync(Method, $"/v1{places.In(Path)}", content);
    }

    private static PlacedEndpoint Get(string path, bool isAlong = false) => new(HttpMethod.Get, path, IsAlong: isAlong);

    private static PlacedEndpoint Post(string path, object? body = null) => new(HttpMethod.Post, path, body ?? new { });
}

/// <summary>What routes and bodies name.</summary>
internal sealed record Places(string Incident, string Into, string Division, string Grid, string Worker, string County)
{
    /// <summary>Well formed, and nobody ever heard of any of it.</summary>
    public static Places Unknown => new(Guid.CreateVersion7().ToString(), Guid.CreateVersion7().ToString(), "652399005000", "652399005001001", "nobody-7", "652399000000");

    public string In(string text) => Named().Aggregate(text, (t, n) => t.Replace($"{{{n.Name}}}", n.Value, StringComparison.Ordinal));

    /// <summary>The same text, whichever places it was about.</summary>
    public string Without(string text) => Named().Aggregate(text, (t, n) => t.Replace(n.Value, $"{{{n.Name}}}", StringComparison.Ordinal));

    private IEnumerable<(string Name, string Value)> Named() =>
        [("id", Incident), ("into", Into), ("grid", Grid), ("division", Division), ("worker", Worker), ("county", County)];
}
