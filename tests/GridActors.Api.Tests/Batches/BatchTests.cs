using System.Globalization;
using System.Text.Json;

namespace GridActors.Api.Tests.Batches;

public sealed class BatchTests(ApiFixture api)
{
    private static string Id() => Guid.CreateVersion7().ToString();

    private static object Report(string id, string description = "A lid is missing.", object? capturedAt = null) =>
        new { id, report = new { itemCode = Demo.TownshipItem, gridCode = Demo.Grid, description, capturedAt } };

    [Fact]
    public async Task A_phone_uploads_a_report_and_what_was_done_about_it_in_one_go()
    {
        var report = Id();

        var rows = await UploadAsync(
            Report(report),
            new { id = Id(), command = "accept", reportedIn = report },
            new { id = Id(), command = "result", reportedIn = report, body = new { result = "A new lid.", by = Demo.Worker } });

        Assert.Equal([201, 200, 200], rows.Select(Status));
        Assert.Equal(["reported", "accepted", "handled"], rows.Select(r => r.GetProperty("incident").GetProperty("phase").GetString()));
        Assert.Single(rows.Select(r => r.GetProperty("incident").GetProperty("id").GetString()).Distinct());
    }

    [Fact]
    public async Task A_batch_that_is_sent_again_changes_nothing_and_answers_the_same_incidents()
    {
        var report = Id();
        object[] rows =
        [
            Report(report),
            new { id = Id(), command = "accept", reportedIn = report },
            new { id = Id(), command = "note", reportedIn = report, body = new { text = "By the school." } },
        ];
        var first = await UploadAsync(rows);

        var second = await UploadAsync(rows);

        Assert.Equal([200, 200, 200], second.Select(Status));
        Assert.Equal(3, second[^1].GetProperty("incident").GetProperty("version").GetInt32());
        Assert.Equal(first[0].GetProperty("incident").GetProperty("id").GetString(), second[0].GetProperty("incident").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_row_and_a_call_of_its_own_under_the_same_key_are_the_same()
    {
        var (report, accept) = (Id(), Id());
        var alone = await api.PostAsync("/v1/incidents", new { itemCode = Demo.TownshipItem, gridCode = Demo.Grid, description = "A lid is missing." }, ("Idempotency-Key", report));
        await api.TryAsync(alone.Id, "accept", new { by = Demo.Township }, ("Idempotency-Key", accept));

        var rows = await UploadAsync(
            Report(report),
            new { id = accept, command = "accept", incidentId = alone.Id, body = new { by = Demo.Township } });

        Assert.Equal([200, 200], rows.Select(Status));
        Assert.All(rows, r => Assert.Equal(alone.Id, r.GetProperty("incident").GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_row_that_is_wrong_harms_no_other()
    {
        var good = $$$"""{"id":"{{{Id()}}}","report":{"itemCode":"{{{Demo.TownshipItem}}}","gridCode":"{{{Demo.Grid}}}","description":"A lid is missing."}}""";
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 2_000)) + "1" + new string('}', 2_000);
        string[] rows =
        [
            good, "null", "5", "{}", """{"id":"no command"}""", """{"id":"a","report":5}""", """{"id":"b","id":"c","report":{}}""",
            """{"id":"d","report":{"description":"\ud800"}}""", $"{{\"id\":\"e\",\"body\":{deep}}}", """{"id":"f","command":"teleport","incidentId":"g"}""",
            """{"id":"h","command":"accept","incidentId":"no-uuid"}""", """{"id":"i","command":"accept","reportedIn":"never"}""", """{"id":"\ud800"}""", """{"\ud800":1,"id":"j"}""", good.Replace("A lid", "Another", StringComparison.Ordinal),
        ];

        var answer = await api.PostTextAsync("/v1/incidents/batch", $$"""{"rows":[{{string.Join(',', rows)}}]}""");

        var answered = Rows(answer);
        Assert.Equal(201, Status(answered[0]));
        Assert.All(answered.Skip(1).Take(10), r => Assert.Equal(400, Status(r)));
        Assert.Equal([404, 400, 400, 400], answered.Skip(11).Select(Status));
        Assert.Equal(["command_unknown", "incident_id_malformed", "unknown_incident"], answered.Skip(9).Take(3).Select(Code));
        Assert.Equal("row_id_twice", Code(answered[^1]));
        Assert.Equal(Enumerable.Range(1, rows.Length), answered.Select(r => r.GetProperty("row").GetInt32()));
    }

    [Fact]
    public async Task What_follows_a_report_that_was_not_taken_is_not_tried()
    {
        var report = Id();

        var rows = await UploadAsync(
            Report(report, description: ""),
            new { id = Id(), command = "accept", reportedIn = report },
            Report(Id()));

        Assert.Equal([400, 424, 201], rows.Select(Status));
        Assert.Equal("earlier_row_failed", Code(rows[1]));
    }

    [Fact]
    public async Task A_command_that_the_rules_refuse_does_not_stop_the_next()
    {
        var report = Id();

        var rows = await UploadAsync(
            Report(report),
            new { id = Id(), command = "check", reportedIn = report, body = new { passed = true } },
            new { id = Id(), command = "accept", reportedIn = report });

        Assert.Equal([201, 409, 200], rows.Select(Status));
        Assert.Equal("not_handled", Code(rows[1]));
    }

    [Fact]
    public async Task Rows_about_what_is_none_of_the_callers_are_refused_each_by_itself_and_the_others_are_done()
    {
        var (mine, theirs) = ((await api.ReportAsync()).Id, (await api.ReportAsync(grid: Demo.FarGrid)).Id);
        var complaint = (await api.AsNobody().PostAsync("/v1/incidents", new { itemCode = "1201", about = new { workerId = Demo.Worker }, description = "Never came." })).Id;
        var (reportedThere, township) = (Id(), api.As("centre_operator:652390001"));
        var before = await TagsAsync(theirs, complaint);
        object Row(string incident, string command, object body) => new { id = Id(), command, incidentId = incident, body };

        var rows = Rows(await township.PostAsync("/v1/incidents/batch", new
        {
            rows = new[]
            {
                Row(theirs, "accept", new { by = "652390100000" }),
                Row(mine, "accept", new { }),
                Row(complaint, "note", new { text = "Seen." }),
                Row(Id(), "accept", new { by = "652390100000" }),
                Row(mine, "urge", new { reason = "Soon.", by = Demo.County }),
                Row(mine, "accept-task", new { department = $"{Demo.County}/housing" }),
                new { id = reportedThere, report = new { itemCode = Demo.TownshipItem, gridCode = Demo.FarGrid, description = "A lid is missing." } },
                new { id = Id(), command = "accept", reportedIn = reportedThere },
                Row(theirs, "void", new { reason = "A trial." }),
                Row(mine, "note", new { text = "By the school." }),
            },
        }));

        Assert.Equal([404, 200, 404, 404, 403, 403, 201, 404, 404, 200], rows.Select(Status));
        Assert.Equal(
            ["unknown_incident", "unknown_incident", "unknown_incident", "not_speaker", "forbidden", "unknown_incident", "unknown_incident"],
            rows.Where(r => Status(r) >= 400).Select(Code));
        Assert.Equal(rows[3].GetProperty("problem").GetProperty("detail").GetString(), rows[0].GetProperty("problem").GetProperty("detail").GetString());
        Assert.Equal(before, await TagsAsync(theirs, complaint));
        Assert.Equal(["\"1\"", "\"3\""], await TagsAsync(rows[6].GetProperty("incident").GetProperty("id").GetString()!, mine));
    }

    [Fact]
    public async Task A_row_may_name_the_version_that_was_seen()
    {
        var report = Id();

        var rows = await UploadAsync(
            Report(report),
            new { id = Id(), command = "accept", reportedIn = report, ifMatch = "\"1\"" },
            new { id = Id(), command = "start", reportedIn = report, ifMatch = "\"1\"" });

        Assert.Equal([201, 200, 412], rows.Select(Status));
    }

    [Theory]
    [InlineData(-6.9, 201, null)]
    [InlineData(-7.1, 400, "captured_too_long_ago")]
    [InlineData(0.003, 201, null)]
    [InlineData(0.004, 400, "captured_in_future")]
    public async Task A_report_keeps_when_it_was_captured_within_a_week(double days, int status, string? code)
    {
        var captured = TimeProvider.System.GetUtcNow().AddDays(days);

        var row = Assert.Single(await UploadAsync(Report(Id(), capturedAt: captured.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture))));

        Assert.Equal(status, Status(row));
        if (code is null)
        {
            Assert.Equal(captured.ToUnixTimeMilliseconds(), row.GetProperty("incident").GetProperty("capturedAt").GetDateTimeOffset().ToUnixTimeMilliseconds());
        }
        else
        {
            Assert.Equal(code, Code(row));
        }
    }

    [Fact]
    public async Task Five_hundred_rows_are_taken_and_one_more_is_not()
    {
        object[] rows = [.. Enumerable.Range(0, 500).Select(i => new { id = Id(), command = "accept", reportedIn = $"never-{i}" })];

        var most = await UploadAsync(rows);
        var tooMany = await api.PostAsync("/v1/incidents/batch", new { rows = rows.Append(rows[0]) });
        var none = await api.PostAsync("/v1/incidents/batch", new { rows = Array.Empty<object>() });

        Assert.Equal(500, most.Count);
        Assert.Equal([400, 400], new[] { tooMany, none }.Select(a => a.Number));
        Assert.Equal("rows_miscounted", tooMany.Code);
    }

    [Theory]
    [InlineData("{", "malformed_json")]
    [InlineData("[]", "rows_required")]
    [InlineData("{}", "rows_required")]
    [InlineData("{\"rows\":{}}", "rows_required")]
    [InlineData("{\"rows\":[{}],\"\\ud800\":1}", "rows_required")]
    public async Task A_body_without_rows_is_refused_as_a_whole(string body, string code)
    {
        var answer = await api.PostTextAsync("/v1/incidents/batch", body);

        Assert.Equal((400, code), (answer.Number, answer.Code));
    }

    [Fact]
    public async Task A_full_batch_is_larger_than_a_report_may_be()
    {
        var rows = Enumerable.Range(0, 100).Select(_ => Report(Id(), new string('井', 4_000))).ToArray();

        Assert.All(await UploadAsync(rows), r => Assert.Equal(201, Status(r)));
    }

    private async Task<List<string?>> TagsAsync(params string[] incidents)
    {
        var tags = new List<string?>();
        foreach (var incident in incidents)
        {
            tags.Add((await api.GetAsync($"/v1/incidents/{incident}")).ETag);
        }

        return tags;
    }

    private async Task<List<JsonElement>> UploadAsync(params object[] rows) => Rows(await api.PostAsync("/v1/incidents/batch", new { rows }));

    private static List<JsonElement> Rows(ApiAnswer answer)
    {
        Assert.True(answer.Number == 200, answer.Text);
        return [.. answer.Json.GetProperty("rows").EnumerateArray()];
    }

    private static int Status(JsonElement row) => row.GetProperty("status").GetInt32();

    private static string? Code(JsonElement row) => row.GetProperty("problem").GetProperty("code").GetString();
}
