namespace GridActors.Api.Tests.Open311;

/// <summary>Lists of requests, and who gets them. Each test has an item of its own.</summary>
public sealed class Open311ListTests(Open311Api api)
{
    private const string County = $"api_key={Open311Api.CountyKey}";

    [Fact]
    public async Task A_list_that_names_no_request_is_for_who_may_read_incidents_and_has_theirs_only()
    {
        var code = await api.ReportByFormAsync("0201");

        var anonymous = await api.ReadAsync("/requests.json?service_code=0201");
        var app = await api.ReadAsync($"/requests.json?service_code=0201&api_key={Open311Api.AppKey}");
        var county = await api.ReadAsync($"/requests.json?service_code=0201&{County}");
        var elsewhere = await api.ReadAsync($"/requests.json?service_code=0201&api_key={Open311Api.OtherTownshipKey}");

        Assert.Equal((403, 403, 200, 200), (anonymous.Number, app.Number, county.Number, elsewhere.Number));
        Assert.Equal([code], county.Ids());
        Assert.Empty(elsewhere.Rows());
    }

    [Fact]
    public async Task Whoever_has_the_codes_reads_them_and_other_parameters_count_for_nothing()
    {
        var (first, second) = (await api.ReportByFormAsync("0202"), await api.ReportByFormAsync("0202"));

        var found = await api.ReadAsync($"/requests.json?service_request_id={second},0000-0000-0000&service_request_id={first}&status=nonsense&page=0");

        Assert.Equal([second, first], found.Ids());
        Assert.Equal(400, (await api.ReadAsync($"/requests.json?service_request_id={string.Join(',', Enumerable.Range(1000, 101))}")).Number);
    }

    [Fact]
    public async Task What_was_written_is_for_who_may_read_the_incident()
    {
        var code = await api.ReportByFormAsync("0203");

        Assert.Equal("", (await api.ReadAsync($"/requests/{code}.json")).First("description"));
        Assert.Equal("", (await api.ReadAsync($"/requests/{code}.json?api_key={Open311Api.OtherTownshipKey}")).First("description"));
        Assert.Equal("A lid is missing.", (await api.ReadAsync($"/requests/{code}.json?{County}")).First("description"));
    }

    [Fact]
    public async Task Status_and_services_narrow_the_list()
    {
        var open = await api.ReportByFormAsync("0301");
        var voided = await api.ReportByFormAsync("0302");
        await api.DoAsync(await api.IdOfAsync(voided), "void", new { reason = "A test" });

        Assert.Equal([voided, open], await ListAsync("service_code=0301,0302"));
        Assert.Equal([voided, open], await ListAsync("service_code=0301&service_code=0302&status=open,closed"));
        Assert.Equal([open], await ListAsync("service_code=0301,0302&status=open"));
        Assert.Equal([voided], await ListAsync("service_code=0301,0302&status=CLOSED&start_date=&page="));
        Assert.Equal([open], await ListAsync($"service_code=0301&jurisdiction_id={Demo.County}"));
    }

    [Fact]
    public async Task Pages_follow_one_another()
    {
        var codes = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            codes.Insert(0, await api.ReportByFormAsync("0303"));
        }

        Assert.Equal(codes[..2], await ListAsync("service_code=0303&page_size=2"));
        Assert.Equal(codes[2..4], await ListAsync("service_code=0303&page_size=2&page=2"));
        Assert.Equal(codes[4..], await ListAsync("service_code=0303&page_size=2&page=3"));
        Assert.Empty(await ListAsync("service_code=0303&page_size=2&page=4"));
    }

    [Fact]
    public async Task Ranges_are_of_reports_or_of_changes()
    {
        var code = await api.ReportByFormAsync("0401");
        var reported = Uri.EscapeDataString((await api.ReadAsync($"/requests/{code}.json")).First("requested_datetime"));
        await api.DoAsync(await api.IdOfAsync(code), "accept");
        var changed = Uri.EscapeDataString((await api.ReadAsync($"/requests/{code}.json")).First("updated_datetime"));

        Assert.Equal([code], await ListAsync($"service_code=0401&start_date={reported}"));
        Assert.Equal([code], await ListAsync($"service_code=0401&end_date={reported}"));
        Assert.Equal([code], await ListAsync($"service_code=0401&start_date={reported}&end_date={reported}"));
        Assert.Empty(await ListAsync("service_code=0401&end_date=2025-01-01T00:00:00Z"));
        Assert.Empty(await ListAsync("service_code=0401&start_date=2025-01-01T00:00:00+08:00"));
        Assert.Equal([code], await ListAsync($"service_code=0401&updated_after={changed}"));
        Assert.Equal([code], await ListAsync($"service_code=0401&updated_after={changed}&updated_before={changed}"));
        Assert.Empty(await ListAsync($"service_code=0401&updated_before={reported}"));
        Assert.Empty(await ListAsync($"service_code=0401&updated_after={changed}&end_date=2025-01-01T00:00:00Z"));
    }

    [Theory]
    [InlineData("start_date=yesterday", "start_date is an instant")]
    [InlineData("start_date=2025-01-01T00:00:00", "start_date is an instant")]
    [InlineData("start_date=2025-01-02T00:00:00Z&end_date=2025-01-01T00:00:00Z", "start_date is after end_date.")]
    [InlineData("start_date=2025-01-01T00:00:00Z&end_date=2025-04-01T00:00:01Z", "start_date and end_date span more than 90 days.")]
    [InlineData("updated_after=2025-01-01T00:00:00Z&updated_before=2025-04-01T00:00:01Z", "updated_after and updated_before span more than 90 days.")]
    [InlineData("status=done", "status is open or closed")]
    [InlineData("service_code=lamp", "service_code lamp is none")]
    [InlineData("page=0", "page is a whole number")]
    [InlineData("page=99999999", "page is a whole number")]
    [InlineData("page_size=1001", "page_size is a whole number from 1 to 1000.")]
    [InlineData("extensions=yes", "extensions is true or false.")]
    public async Task A_parameter_that_is_wrong_is_said(string query, string description)
    {
        var answer = await api.ReadAsync($"/requests.json?{query}&{County}");

        Assert.True(answer.Number == 400, answer.Text);
        Assert.StartsWith(description, answer.First("description"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("start_date=0001-01-01T00:00:00Z")]
    [InlineData("end_date=0001-01-01T00:00:00Z")]
    [InlineData("start_date=9999-12-31T23:59:59Z")]
    [InlineData("updated_after=9999-12-31T23:59:59Z&page_size=1000&page=1000")]
    public async Task The_ends_of_time_have_nothing(string query) => Assert.Empty(await ListAsync(query));

    [Fact]
    public async Task A_merged_request_is_closed_and_says_how_the_other_one_stands()
    {
        var (stays, duplicate) = (await api.ReportByFormAsync("0402"), await api.ReportByFormAsync("0402"));
        await api.DoAsync(await api.IdOfAsync(duplicate), "merge", new { into = await api.IdOfAsync(stays) });

        var request = await api.ReadAsync($"/requests/{duplicate}.json", ("Accept-Language", "en"));

        Assert.Equal(("closed", "It was reported before. Somebody has to accept it, or it moves up."), (request.First("status"), request.First("status_notes")));
        Assert.DoesNotContain(stays, request.Text, StringComparison.Ordinal);
    }

    private async Task<List<string>> ListAsync(string query)
    {
        var answer = await api.ReadAsync($"/requests.json?{query}&{County}");
        Assert.True(answer.Number == 200, answer.Text);
        return answer.Ids();
    }
}
