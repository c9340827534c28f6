using System.Text.Json;

namespace GridActors.Api.Tests.Departments;

public sealed class DispatchTests(ApiFixture api)
{
    private const string Fire = $"{Demo.County}/fire";
    private const string TrafficPolice = $"{Demo.County}/traffic-police";
    private const string Housing = $"{Demo.County}/housing";
    private const string FireItem = "0606";

    [Fact]
    public async Task An_emergency_is_told_to_everybody_and_handled_by_several_departments()
    {
        var reported = await api.ReportAsync(FireItem);
        var id = reported.Id;
        Assert.Equal("emergency", reported.Json.GetProperty("why")[0].GetProperty("rule").GetString());
        var told = await DataAsync(id, "posts-notified");
        Assert.Equal([Demo.Village, Demo.Township], told.GetProperty("posts").EnumerateArray().Select(p => p.GetProperty("divisionCode").GetString()));
        Assert.Equal([Fire], told.GetProperty("departments").EnumerateArray().Select(d => d.GetString()));

        var taken = await api.DoAsync(id, "accept", new { by = Demo.Township });
        Assert.Equal(Demo.Township, taken.Read("holder", "divisionCode"));
        await api.DoAsync(id, "dispatch", new { lead = Fire, coHandlers = new[] { TrafficPolice, Housing } });
        Assert.Equal("emergency", (await api.TryAsync(id, "ask-extension", new { reason = "Wind." })).Code);
        await api.DoAsync(id, "accept-task", new { department = Fire });
        await api.DoAsync(id, "task-result", new { department = TrafficPolice, result = "Road closed." });
        var half = await api.DoAsync(id, "task-result", new { department = Fire, result = "Fire is out." });
        Assert.Equal("handling", half.Read("phase"));

        var handled = await api.DoAsync(id, "task-result", new { department = Housing, result = "Wall is safe." });
        var closed = await api.DoAsync(id, "check", new { passed = true });

        Assert.Equal(("handled", "Fire is out.", $"department:{Fire}"), (handled.Read("phase"), handled.Read("result", "text"), handled.Read("result", "by")));
        Assert.Equal(("closed", "resolved"), (closed.Read("phase"), closed.Read("outcome")));
        var ledger = (await api.GetAsync($"/v1/incidents/{id}/ledger")).Json;
        Assert.Equal(3, ledger.GetProperty("tasks").GetArrayLength());
        Assert.Contains(ledger.GetProperty("sums").EnumerateArray(), s => s.GetProperty("holder").GetString() == $"department:{Fire}" && s.GetProperty("clock").GetString() == "handle");
    }

    [Fact]
    public async Task What_departments_send_to_and_fro_is_decided_above()
    {
        var id = (await api.ReportAsync()).Id;
        await api.DoAsync(id, "accept");
        await api.DoAsync(id, "dispatch", new { lead = Housing });
        await api.DoAsync(id, "return-task", new { department = Housing, reason = "Not our road." });
        await api.DoAsync(id, "dispatch", new { lead = TrafficPolice });

        var raised = await api.DoAsync(id, "return-task", new { department = TrafficPolice, reason = "Not ours either." });

        Assert.Equal((Demo.County, "returned_twice"), (raised.Read("holder", "divisionCode"), raised.Json.GetProperty("why").EnumerateArray().Last().GetProperty("rule").GetString()));
        Assert.Equal("not_holder", (await api.TryAsync(id, "dispatch", new { lead = Housing, by = Demo.Township })).Code);
        await api.DoAsync(id, "dispatch", new { lead = Housing });
        Assert.Equal("decision_binds", (await api.TryAsync(id, "return-task", new { department = Housing, reason = "No." })).Code);
        var handled = await api.DoAsync(id, "task-result", new { department = Housing, result = "Mended." });
        Assert.Equal("handled", handled.Read("phase"));
    }

    [Fact]
    public async Task A_department_that_is_not_there_gets_nothing()
    {
        var id = (await api.ReportAsync()).Id;
        await api.DoAsync(id, "accept");

        Assert.Equal((422, "unknown_department"), Refusal(await api.TryAsync(id, "dispatch", new { lead = $"{Demo.County}/magic" })));
        Assert.Equal((422, "department_twice"), Refusal(await api.TryAsync(id, "dispatch", new { lead = Fire, coHandlers = new[] { Fire } })));
        Assert.Equal((400, "department_code_malformed"), Refusal(await api.TryAsync(id, "dispatch", new { lead = "fire" })));
        Assert.Equal((403, "not_permitted"), Refusal(await api.TryAsync(id, "accept-task", new { department = Fire })));
    }

    [Fact]
    public async Task A_department_starts_remarks_and_asks_for_time_while_it_has_a_task()
    {
        var id = (await api.ReportAsync()).Id;
        await api.DoAsync(id, "accept");
        await api.DoAsync(id, "dispatch", new { lead = Housing });
        var housing = api.As($"department:652390:{Housing}");
        (string Action, object Body)[] partakes = [("start", new { }), ("note", new { text = "The road is dug up." }), ("ask-extension", new { reason = "Frost." })];

        foreach (var (action, body) in partakes)
        {
            await housing.DoAsync(id, action, body);
        }

        var written = (await housing.GetAsync($"/v1/incidents/{id}/timeline")).Items.TakeLast(partakes.Length);
        Assert.All(written, e => Assert.Equal($"department:{Housing}", e.GetProperty("by").GetString()));
        Assert.Equal((403, "forbidden"), Refusal(await housing.TryAsync(id, "result", new { result = "Mended." })));
        Assert.Equal((404, "unknown_incident"), Refusal(await api.As($"department:652390:{Fire}").TryAsync(id, "note", new { text = "Seen." })));
        await housing.DoAsync(id, "task-result", new { department = Housing, result = "Mended." });
        Assert.Equal((409, "no_open_task"), Refusal(await housing.TryAsync(id, "note", new { text = "One more thing." })));
    }

    [Fact]
    public async Task Departments_are_listed_by_county_and_township()
    {
        var county = await api.GetAsync($"/v1/divisions/{Demo.County}/departments");
        var township = await api.GetAsync("/v1/divisions/652390100000/departments");

        Assert.Contains(county.Items, d => d.GetProperty("code").GetString() == Fire && d.GetProperty("nameZh").GetString() == "消防救援大队");
        Assert.Equal(["652390100000/fire"], township.Items.Select(d => d.GetProperty("code").GetString()));
        Assert.Equal(404, (await api.GetAsync("/v1/divisions/652399000000/departments")).Number);
    }

    private static (int Status, string Code) Refusal(ApiAnswer answer) => (answer.Number, answer.Code);

    private async Task<JsonElement> DataAsync(string id, string kind) =>
        (await api.GetAsync($"/v1/incidents/{id}/timeline")).Items.Single(e => e.GetProperty("kind").GetString() == kind).GetProperty("data");
}
