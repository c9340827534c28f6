using System.Text.RegularExpressions;
using GridActors.ApiHost.Access;
using GridActors.ApiHost.Json;
using GridActors.Core.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Api.Tests.Access;

/// <summary>Every endpoint with a place, as each role, inside and outside: outside answers as if there were no such thing, to the letter.</summary>
public sealed partial class JurisdictionTests(JurisdictionApi api) : IClassFixture<JurisdictionApi>
{
    private const string Inside = "652390";
    private const string OtherTownship = "652390100";
    private const string OtherCounty = "652301";

    private static readonly string[] _refusedAsOutside = ["unknown_incident", "unknown_division", "unknown_grid", "unknown_worker", "forbidden", "not_permitted"];

    public static TheoryData<string> Roles => [.. Enum.GetValues<CallerRole>().Select(ApiJson.NameOf)];

    [Fact]
    public void Every_endpoint_with_a_place_is_in_the_table()
    {
        var placed = api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.Parameters.Count > 0 && e.RoutePattern.RawText!.StartsWith("/v1", StringComparison.Ordinal))
            // Subscriptions and keys are an administrator's, not a place's: WebhookAccessTests, ApiKeysTests.
            .Where(e => !e.RoutePattern.RawText!.StartsWith("/v1/webhooks", StringComparison.Ordinal) && !e.RoutePattern.RawText.StartsWith("/v1/api-keys", StringComparison.Ordinal))
            .Where(e => e.Metadata.GetMetadata<AccessRequirement>() is { } needed && !AccessRules.IsOpen(needed.Permission))
            .Select(e => e.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName)
            .Except(["ImportReferenceData"]);

        Assert.Equal(placed.Order(), PlacedEndpoint.All.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Outside_is_as_if_it_were_not_there_and_inside_is_let_through(string role)
    {
        var (own, unknown) = (await PlacesAsync(), Places.Unknown);
        var inside = Somebody(role, Inside);
        foreach (var (name, endpoint) in PlacedEndpoint.All)
        {
            foreach (var outside in (ApiCaller[])[Outsider(role, endpoint.IsAlong ? OtherCounty : OtherTownship), Outsider(role, OtherCounty)])
            {
                AssertSame(name, own, await endpoint.SendAsync(outside, own), unknown, await endpoint.SendAsync(outside, unknown));
            }

            var answer = await endpoint.SendAsync(inside, own);
            var isRefused = answer.Number >= 400 && _refusedAsOutside.Contains(answer.Code);
            Assert.True(isRefused != Has(role, name), $"{role} {name}: {answer.Number} {answer.Text}");
        }
    }

    [Fact]
    public async Task Whoever_cannot_see_the_incident_that_stays_merges_nothing_into_it()
    {
        var (mine, theirs) = (await api.ReportAsync(), await api.ReportAsync(grid: Demo.FarGrid));
        var here = api.As("centre_operator:652390001");
        var (own, unknown) = (Places.Unknown with { Incident = mine.Id, Into = theirs.Id }, Places.Unknown with { Incident = mine.Id });
        var merge = PlacedEndpoint.All["MergeIncident"];

        AssertSame("merge", own, await merge.SendAsync(here, own), unknown, await merge.SendAsync(here, unknown));

        Assert.Equal("reported", (await api.GetAsync($"/v1/incidents/{mine.Id}")).Read("phase"));
    }

    [Fact]
    public async Task A_precondition_or_a_wrong_tracking_code_says_nothing_either()
    {
        var theirs = await api.ReportAsync();
        var far = api.As($"centre_operator:{OtherTownship}");
        object[] bodies = [new { trackingCode = "AAAA-AAAA-AAAA", score = 5 }, new { trackingCode = theirs.Read("trackingCode")[..^1] + "0", reason = "Still broken" }];

        foreach (var (path, body) in new[] { ("accept", new { }), ("rate", bodies[0]), ("reopen", bodies[1]) })
        {
            var (own, unknown) = (Places.Unknown with { Incident = theirs.Id }, Places.Unknown);
            AssertSame(
                path,
                own,
                await far.PostAsync($"/v1/incidents/{own.Incident}/{path}", body, ("If-Match", "\"99\"")),
                unknown,
                await far.PostAsync($"/v1/incidents/{unknown.Incident}/{path}", body, ("If-Match", "\"99\"")));
        }
    }

    [Fact]
    public async Task An_operator_of_another_township_neither_lists_nor_counts_an_incident()
    {
        await api.ReportAsync(item: Demo.VillageItem);
        var report = await api.ReportAsync(item: Demo.VillageItem);
        var after = await api.GetAsync($"/v1/incidents?item={Demo.VillageItem}&limit=1");
        var far = api.As($"centre_operator:{OtherTownship}");
        string[] lists =
        [
            "/v1/incidents?limit=200", $"/v1/incidents?under={Demo.County}&limit=200", $"/v1/incidents?under={Demo.Township}", $"/v1/incidents?under={Demo.Grid}",
            $"/v1/incidents?item={Demo.VillageItem}&phase=reported", "/v1/incidents?overdue=false&limit=200",
        ];

        Assert.Contains(report.Id, (await api.As("centre_operator:652390001").GetAsync("/v1/incidents?limit=200")).Items.Select(i => i.GetProperty("id").GetString()));
        foreach (var list in lists)
        {
            var page = await far.GetAsync(list);
            Assert.Equal(200, page.Number);
            Assert.All(page.Items, i => Assert.StartsWith(OtherTownship, i.GetProperty("gridCode").GetString(), StringComparison.Ordinal));
        }

        Assert.Empty((await far.GetAsync($"/v1/incidents?under={Demo.Township}&cursor={after.Read("nextCursor")}")).Items);
    }

    [Fact]
    public async Task What_happens_in_the_neighbouring_township_changes_nothing_in_the_lists_of_this_one()
    {
        await api.ReportAsync(item: Demo.VillageItem);
        await api.ReportAsync();
        var here = api.As("centre_operator:652390001");
        string[] lists =
        [
            "limit=1", "limit=2", "limit=200", $"under={Demo.County}&limit=2", $"under={Demo.Township}&limit=2", $"under={OtherTownship}000", $"under={Demo.FarGrid}", "phase=reported&limit=1",
            $"item={Demo.VillageItem}&limit=1", "overdue=false&limit=2", "overdue=true", "phase=closed&limit=1",
        ];
        var before = await ReadAllAsync(here, lists);

        var theirs = (await api.ReportAsync(item: Demo.VillageItem, grid: Demo.FarGrid)).Id;
        await api.ReportAsync(grid: Demo.FarGrid);
        await api.DoAsync(theirs, "accept");
        await api.DoAsync(theirs, "note", new { text = "Seen." });

        Assert.Equal(before, await ReadAllAsync(here, lists));
    }

    [Fact]
    public async Task Refusals_and_measures_of_others_count_nothing()
    {
        await api.PostAsync("/v1/incidents", new { itemCode = "9998", gridCode = Demo.Grid, description = "Not on the list." });
        var far = api.As("supervisor:652399");

        var refusals = await far.GetAsync("/v1/refusals");
        var measures = await far.GetAsync("/v1/measures?by=grid");
        var listed = await far.GetAsync("/v1/measures/incidents?figure=reported");

        Assert.Equal((0, 0, 0), (refusals.Json.GetProperty("total").GetInt32(), refusals.Items.Count(), listed.Items.Count()));
        Assert.Empty(measures.Items);
        Assert.True((await api.As("supervisor:652390").GetAsync("/v1/refusals")).Json.GetProperty("total").GetInt32() > 0);
    }

    [Fact]
    public async Task A_worker_lists_its_grids_and_what_it_handles_and_a_department_what_it_has_a_task_of()
    {
        var (here, assigned, dispatched, neither) = (await api.ReportAsync(), await AcceptedAsync(), await AcceptedAsync(), await api.ReportAsync(grid: Demo.FarGrid));
        await api.DoAsync(assigned, "assign", new { workerId = "yd-1004" });
        await api.DoAsync(dispatched, "dispatch", new { lead = $"{Demo.County}/housing" });

        var worker = await IdsAsync(api.As($"worker:{Demo.NeighbourGrid}:yd-1004", $"worker:{Demo.Grid}:yd-1004"));
        var handler = await IdsAsync(api.As($"worker:{Demo.NeighbourGrid}:yd-1004"));
        var department = await IdsAsync(api.As($"department:652390:{Demo.County}/housing"));

        Assert.True(new[] { here.Id, assigned }.All(worker.Contains));
        Assert.True(handler.Contains(assigned) && !handler.Contains(here.Id) && !handler.Contains(dispatched));
        Assert.True(department.Contains(dispatched) && !department.Contains(assigned));
        Assert.DoesNotContain(neither.Id, worker.Concat(handler).Concat(department));
    }

    [Fact]
    public async Task Whom_a_complaint_is_about_does_not_see_it_and_those_below_its_floor_do_not_either()
    {
        var complaint = await api.AsNobody().PostAsync("/v1/incidents", new { itemCode = "1201", about = new { workerId = Demo.Worker }, description = "Never came." });
        ApiCaller[] below = [api.As($"worker:{Demo.Grid}:{Demo.Worker}"), api.As("centre_operator:652390001"), api.As("supervisor:652390001001")];

        foreach (var caller in below)
        {
            Assert.Equal((404, "unknown_incident"), ((await caller.GetAsync($"/v1/incidents/{complaint.Id}")).Number, (await caller.GetAsync($"/v1/incidents/{complaint.Id}")).Code));
            Assert.DoesNotContain(complaint.Id, await IdsAsync(caller));
        }

        Assert.Equal(200, (await api.As("centre_operator:652390").GetAsync($"/v1/incidents/{complaint.Id}")).Number);
    }

    [Fact]
    public async Task Who_is_named_has_to_be_whom_the_caller_may_speak_for()
    {
        var id = await AcceptedAsync();
        var worker = api.As($"worker:{Demo.Grid}:{Demo.Worker}");

        Assert.Equal((403, "not_speaker"), Refusal(await worker.PostAsync($"/v1/incidents/{id}/start", new { by = Demo.Colleague })));
        Assert.Equal((403, "not_speaker"), Refusal(await api.As("centre_operator:652390001").PostAsync($"/v1/incidents/{id}/start", new { by = Demo.Worker })));
        Assert.Equal((403, "not_speaker"), Refusal(await api.As("centre_operator:652390001").PostAsync($"/v1/incidents/{id}/urge", new { reason = "Soon" })));
        Assert.Equal(200, (await worker.PostAsync($"/v1/incidents/{id}/start", new { })).Number);
        Assert.Equal($"worker:{Demo.Worker}", (await api.GetAsync($"/v1/incidents/{id}/timeline")).Items.Last().GetProperty("by").GetString());
    }

    [Fact]
    public async Task A_tracking_code_opens_what_is_the_requesters_and_an_appeal_needs_it()
    {
        var report = await api.AsNobody().ReportAsync();
        var code = report.Read("trackingCode");
        await api.DoAsync(report.Id, "on-spot", new { workerId = Demo.Worker, result = "Done." });
        object Appeal(string? shown, string about) => new { itemCode = "1202", about = new { incidentId = about, trackingCode = shown }, description = "It was not looked at." };
        var nobody = api.AsNobody();

        Assert.Equal(200, (await nobody.GetAsync($"/v1/public/track/{code}")).Number);
        Assert.Equal(200, (await nobody.PostAsync($"/v1/incidents/{report.Id}/rate", new { trackingCode = code, score = 1 })).Number);
        Assert.Equal((422, "unknown_incident"), ((await nobody.PostAsync("/v1/incidents", Appeal(null, report.Id))).Number, (await nobody.PostAsync("/v1/incidents", Appeal(null, report.Id))).Code));
        Assert.Equal((await nobody.PostAsync("/v1/incidents", Appeal(null, Guid.CreateVersion7().ToString()))).Code, (await nobody.PostAsync("/v1/incidents", Appeal("AAAA-AAAA-AAAA", report.Id))).Code);
        Assert.Equal(201, (await nobody.PostAsync("/v1/incidents", Appeal(code, report.Id))).Number);
    }

    [Fact]
    public async Task An_import_and_a_change_of_grids_leave_other_places_alone()
    {
        var admin = api.As("administrator:652390100");
        using var csv = new StringContent("code,name,kind,households,boundary_wkt\n652390001001798,x,urban,250,\"POLYGON ((60 40, 60.1 40, 60.1 40.1, 60 40.1, 60 40))\"\n", null, "text/csv");
        var renamed = new { kind = "rename", codes = new[] { Demo.Grid }, name = "Another" };

        var imported = await admin.SendAsync(HttpMethod.Post, "/v1/imports/grids", csv);
        var changed = await admin.PostAsync("/v1/grids/changes", renamed);

        Assert.Equal("outside_jurisdiction", Assert.Single(imported.Json.GetProperty("problems").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal("unknown_village", changed.Number >= 400 ? changed.Code : changed.Text);
        Assert.Equal(404, (await api.GetAsync("/v1/grids/652390001001798")).Number);
    }

    /// <summary>Every page of each list, with its status and headers.</summary>
    private static async Task<List<string>> ReadAllAsync(ApiCaller caller, string[] lists)
    {
        var pages = new List<string>();
        foreach (var list in lists)
        {
            for (var next = list; next is not null;)
            {
                var page = await caller.GetAsync($"/v1/incidents?{next}");
                pages.Add($"{list}: {Describe(page, Places.Unknown)}");
                next = page.Number == 200 && page.Json.GetProperty("nextCursor").GetString() is { } cursor ? $"{list}&cursor={cursor}" : null;
            }
        }

        return pages;
    }

    private static (int Status, string Code) Refusal(ApiAnswer answer) => (answer.Number, answer.Code);

    /// <summary>Status, headers and body, but for what the call itself named and for when it was made.</summary>
    private static void AssertSame(string name, Places own, ApiAnswer outside, Places unknown, ApiAnswer nothing) =>
        Assert.Equal($"{name} {Describe(nothing, unknown)}", $"{name} {Describe(outside, own)}");

    private static string Describe(ApiAnswer answer, Places places)
    {
        var headers = answer.Response.Headers.Concat(answer.Response.Content.Headers)
            .Where(h => h.Key is not ("Date" or "Content-Length"))
            .Select(h => $"{h.Key}={string.Join(',', h.Value)}").Order(StringComparer.Ordinal);
        return places.Without(TraceId().Replace($"{answer.Number} {string.Join(' ', headers)} {answer.Text}", ""));
    }

    /// <summary>Whether the table of roles gives it, which the door asks as well.</summary>
    private bool Has(string role, string name)
    {
        var needed = api.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Single(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == name).Metadata.GetRequiredMetadata<AccessRequirement>();
        return ApiJson.TryReadName<CallerRole>(role, out var known) && AccessRules.Grants(known, needed.Permission);
    }

    private async Task<Places> PlacesAsync()
    {
        var (id, into) = (await AcceptedAsync(), (await api.ReportAsync()).Id);
        await api.DoAsync(id, "dispatch", new { lead = $"{Demo.County}/housing" });
        return new Places(id, into, Demo.Township, Demo.Grid, Demo.Worker, Demo.County);
    }

    private async Task<string> AcceptedAsync()
    {
        var id = (await api.ReportAsync()).Id;
        await api.DoAsync(id, "accept");
        return id;
    }

    private ApiCaller Somebody(string role, string scope) => api.As(role switch
    {
        "worker" => $"worker:{scope}:{Demo.Worker}",
        "department" => $"department:{scope}:{Demo.County}/housing",
        _ => $"{role}:{scope}",
    });

    private ApiCaller Outsider(string role, string scope) => api.As(role switch
    {
        "worker" => $"worker:{scope}:yd-9999",
        "department" => $"department:{scope}:{OtherCounty}000000/water",
        _ => $"{role}:{scope}",
    });

    private static async Task<HashSet<string?>> IdsAsync(IApiClient caller) =>
        [.. (await caller.GetAsync("/v1/incidents?limit=200")).Items.Select(i => i.GetProperty("id").GetString())];

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex TraceId();
}
