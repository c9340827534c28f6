namespace GridActors.Api.Tests.Incidents;

public sealed class ListTests(ApiFixture api)
{
    [Fact]
    public async Task Pages_follow_one_another_newest_report_first_and_miss_none()
    {
        const string grid = "652390200202001";
        var reported = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            reported.Add((await api.ReportAsync(grid: grid)).Id);
        }

        var first = await api.GetAsync($"/v1/incidents?under={grid}&limit=2");
        var second = await api.GetAsync(NextPage(first)!);
        var third = await api.GetAsync($"/v1/incidents?under={grid}&limit=2&cursor={second.Read("nextCursor")}");

        reported.Reverse();
        Assert.Equal(reported, new[] { first, second, third }.SelectMany(Ids));
        Assert.Equal("null", third.Read("nextCursor"));
        Assert.Null(NextPage(third));
        Assert.Contains($"under={grid}&limit=2&cursor=", NextPage(first), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_takes_in_what_lies_below_a_division_or_in_a_grid()
    {
        var near = (await api.ReportAsync()).Id;
        var far = (await api.ReportAsync(grid: Demo.FarGrid)).Id;

        Assert.Contains(near, await ListAsync($"under={Demo.Grid}"));
        Assert.Contains(near, await ListAsync($"under={Demo.Village}"));
        Assert.Contains(near, await ListAsync($"under={Demo.Township}"));
        Assert.DoesNotContain(far, await ListAsync($"under={Demo.Township}"));
        Assert.Contains(far, await ListAsync($"under={Demo.County}&limit=200"));
        Assert.DoesNotContain(near, await ListAsync($"under={Demo.NeighbourGrid}"));
    }

    [Fact]
    public async Task A_list_takes_in_one_phase_one_item_or_what_is_not_overdue()
    {
        const string grid = "652390200201001";
        var reported = (await api.ReportAsync(grid: grid)).Id;
        var accepted = (await api.ReportAsync(Demo.CountyItem, grid)).Id;
        await api.DoAsync(accepted, "accept");

        Assert.Equal([reported], await ListAsync($"under={grid}&phase=reported"));
        Assert.Equal([accepted], await ListAsync($"under={grid}&phase=accepted"));
        Assert.Equal([accepted], await ListAsync($"under={grid}&item={Demo.CountyItem}"));
        Assert.Equal([accepted, reported], await ListAsync($"under={grid}&overdue=false"));
        Assert.Empty(await ListAsync($"under={grid}&overdue=true"));
    }

    [Fact]
    public async Task Parameters_that_are_empty_or_that_nobody_knows_are_left_aside()
    {
        var answer = await api.GetAsync("/v1/incidents?under=&phase=&item=&overdue=&limit=&cursor=&colour=red");

        Assert.Equal(200, answer.Number);
    }

    [Theory]
    [InlineData("under=1", "under_malformed")]
    [InlineData("under=000000000000", "under_malformed")]
    [InlineData("phase=open", "phase_unknown")]
    [InlineData("phase=Reported", "phase_unknown")]
    [InlineData("phase=0", "phase_unknown")]
    [InlineData("item=1", "item_code_malformed")]
    [InlineData("overdue=yes", "overdue_malformed")]
    [InlineData("limit=0", "limit_out_of_range")]
    [InlineData("limit=201", "limit_out_of_range")]
    [InlineData("limit=ten", "limit_out_of_range")]
    [InlineData("limit=99999999999999999999", "limit_out_of_range")]
    [InlineData("cursor=x", "cursor_malformed")]
    [InlineData("cursor=________________________________", "cursor_malformed")]
    public async Task A_parameter_that_cannot_be_read_says_so(string query, string code)
    {
        var answer = await api.GetAsync($"/v1/incidents?{query}");

        Assert.Equal((400, code), (answer.Number, answer.Code));
        Assert.Equal("application/problem+json", answer.MediaType);
    }

    [Fact]
    public async Task All_parameters_that_are_wrong_are_told_at_once()
    {
        var answer = await api.GetAsync("/v1/incidents?under=1&phase=2&limit=0");

        Assert.Equal("invalid_query", answer.Code);
        Assert.Equal(["under_malformed", "phase_unknown", "limit_out_of_range"], answer.ErrorCodes);
    }

    private static string? NextPage(ApiAnswer answer) =>
        answer.Response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;

    private static IEnumerable<string> Ids(ApiAnswer answer) => answer.Items.Select(i => i.GetProperty("id").GetString()!);

    private async Task<IEnumerable<string>> ListAsync(string query) => Ids(await api.GetAsync($"/v1/incidents?{query}"));
}
