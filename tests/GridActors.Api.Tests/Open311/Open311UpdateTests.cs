namespace GridActors.Api.Tests.Open311;

/// <summary>The extension of updates.</summary>
public sealed class Open311UpdateTests(Open311Api api)
{
    [Fact]
    public async Task An_update_is_a_note_of_the_requester_on_the_record()
    {
        var code = await api.ReportByFormAsync();
        var id = await api.IdOfAsync(code);

        var open = await PostAsync(code, "OPEN", "It is still missing.");
        var closed = await PostAsync(code, "closed", "I see that it is back.");

        Assert.Equal((200, $"{code}-2", $"{code}-3"), (open.Number, open.First("update_id"), closed.First("update_id")));
        var notes = (await api.GetAsync($"/v1/incidents/{id}/timeline")).Items.Where(e => e.GetProperty("kind").GetString() == "note-added").ToList();
        Assert.Equal(["It is still missing.", "I see that it is back."], notes.Select(n => n.GetProperty("data").GetProperty("text").GetString()));
        Assert.All(notes, n => Assert.Equal("requester", n.GetProperty("by").GetString()));
        Assert.Equal("reported", (await api.GetAsync($"/v1/incidents/{id}")).Read("phase"));
    }

    [Fact]
    public async Task Open_about_a_closed_request_says_that_it_is_not_fixed_and_reopens_it()
    {
        var code = await CloseAsync();

        var answer = await PostAsync(code, "OPEN", "It rattles.");

        Assert.Equal(200, answer.Number);
        var incident = await api.GetAsync($"/v1/incidents/{await api.IdOfAsync(code)}");
        Assert.Equal(("accepted", 1), (incident.Read("phase"), incident.Json.GetProperty("reopenings").GetInt32()));
        Assert.Equal("open", (await api.ReadAsync($"/requests/{code}.json")).First("status"));
        var updates = (await api.ReadAsync($"/servicerequestupdates.json?service_request_id={code}")).Rows();
        Assert.Equal(answer.First("update_id"), updates[^1].GetProperty("update_id").GetString());
        Assert.Equal(["OPEN", "OPEN", "CLOSED", "OPEN"], updates.Select(u => u.GetProperty("status").GetString()));
        Assert.DoesNotContain("rattles", updates[^1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fixed_about_a_closed_request_is_a_note_and_reopens_nothing()
    {
        var code = await CloseAsync();

        await PostAsync(code, "FIXED", "Thank you.");

        Assert.Equal("closed", (await api.ReadAsync($"/requests/{code}.json")).First("status"));
    }

    [Fact]
    public async Task What_cannot_be_reopened_is_refused_with_the_reason()
    {
        var code = await api.ReportByFormAsync();
        await api.DoAsync(await api.IdOfAsync(code), "void", new { reason = "A test" });

        var answer = await PostAsync(code, "OPEN", "It was none.");

        Assert.Equal((400, "It was void or a duplicate; report it anew."), (answer.Number, answer.First("description")));
    }

    [Fact]
    public async Task An_update_of_a_merged_request_is_on_the_record_of_the_one_that_stayed()
    {
        var (stays, duplicate) = (await api.ReportByFormAsync(), await api.ReportByFormAsync());
        var id = await api.IdOfAsync(stays);
        await api.DoAsync(await api.IdOfAsync(duplicate), "merge", new { into = id });

        var answer = await PostAsync(duplicate, "OPEN", "It is the same lid.");

        Assert.StartsWith($"{duplicate}-merged-", answer.First("update_id"), StringComparison.Ordinal);
        Assert.Contains("It is the same lid.", (await api.GetAsync($"/v1/incidents/{id}/timeline")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0000-0000-0000", "OPEN", "x", 404, "service_request_id 0000-0000-0000 was not found.")]
    [InlineData("", "OPEN", "x", 400, "service_request_id was not provided.")]
    [InlineData("0000-0000-0000", "DONE", "x", 400, "status is one of ACTION_SCHEDULED, ")]
    [InlineData("0000-0000-0000", "OPEN", " ", 400, "description was not provided.")]
    [InlineData("0000-0000-0000", "OPEN", "a\u0007b", 400, "description has characters that are no text.")]
    public async Task An_update_that_is_wrong_is_refused(string id, string status, string text, int expected, string description)
    {
        var answer = await PostAsync(id, status, text);

        Assert.Equal(expected, answer.Number);
        Assert.StartsWith(description, answer.First("description"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_updates_goes_back_a_day_and_is_for_who_may_read_incidents()
    {
        var code = await CloseAsync();

        var county = await api.ReadAsync($"/servicerequestupdates.json?api_key={Open311Api.CountyKey}");
        var elsewhere = await api.ReadAsync($"/servicerequestupdates.json?api_key={Open311Api.OtherTownshipKey}");
        var before = await api.ReadAsync($"/servicerequestupdates.json?api_key={Open311Api.CountyKey}&end_date=2025-01-01T00:00:00Z");

        Assert.Equal(403, (await api.ReadAsync("/servicerequestupdates.json")).Number);
        Assert.Equal(3, county.Ids().Count(i => i == code));
        var at = county.Rows().Select(u => u.GetProperty("updated_datetime").GetDateTimeOffset()).ToList();
        Assert.Equal(at.Order(), at);
        Assert.Empty(elsewhere.Rows());
        Assert.Empty(before.Rows());
    }

    [Fact]
    public async Task A_range_of_updates_has_both_its_ends_and_90_days_at_most()
    {
        var code = await CloseAsync();
        var all = (await api.ReadAsync($"/servicerequestupdates.json?service_request_id={code}")).Rows();
        var last = Uri.EscapeDataString(all[^1].GetProperty("updated_datetime").GetString()!);

        var exact = await api.ReadAsync($"/servicerequestupdates.json?service_request_id={code}&start_date={last}&end_date={last}");
        var tooLong = await api.ReadAsync($"/servicerequestupdates.json?api_key={Open311Api.CountyKey}&start_date=2025-01-01T00:00:00Z&end_date=2025-06-01T00:00:00Z");

        Assert.Equal(all[^1].ToString(), Assert.Single(exact.Rows()).ToString());
        Assert.Equal(400, tooLong.Number);
    }

    private Task<ApiAnswer> PostAsync(string code, string status, string text) => api.PostFormAsync(
        "/servicerequestupdates.json", ("api_key", Open311Api.AppKey), ("service_request_id", code), ("status", status), ("description", text));

    /// <summary>Accepted, with a result, and closed.</summary>
    private async Task<string> CloseAsync()
    {
        var code = await api.ReportByFormAsync();
        var id = await api.IdOfAsync(code);
        await api.DoAsync(id, "accept");
        await api.DoAsync(id, "result", new { result = "Lid is back." });
        await api.DoAsync(id, "close");
        return code;
    }
}
