using System.Text;

namespace GridActors.Api.Tests.Imports;

public sealed class ImportTests(ApiFixture api)
{
    private const string Header = "code,name,level,parent,urban_rural_class\n";

    [Fact]
    public async Task Good_rows_are_kept_and_bad_ones_are_named_with_their_row()
    {
        const string file = Header + "123,Nowhere,township,652390000000,\n652390900000,试验乡,township,652390000000,\n";

        var answer = await ImportAsync("divisions", file);

        Assert.Equal(200, answer.Number);
        Assert.Equal(("divisions", 2, 1), (answer.Read("kind"), answer.Json.GetProperty("rows").GetInt32(), answer.Json.GetProperty("refused").GetInt32()));
        var problem = Assert.Single(answer.Json.GetProperty("problems").EnumerateArray());
        Assert.Equal(2, problem.GetProperty("row").GetInt32());
        Assert.False(problem.GetProperty("isWarning").GetBoolean());
        Assert.Equal("试验乡", (await api.GetAsync("/v1/divisions/652390900000")).Read("name"));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        const string file = Header + "652390910000,旧试验乡,township,652390000000,\n";
        await ImportAsync("divisions", file);

        var again = await ImportAsync("divisions", file);

        Assert.Equal(0, again.Json.GetProperty("changed").GetInt32());
    }

    [Fact]
    public async Task A_file_may_be_larger_than_a_command()
    {
        var file = Header + string.Concat(Enumerable.Repeat("1,x,village,2,\n", 20_000));

        var answer = await ImportAsync("divisions", file);

        Assert.Equal((200, 20_000), (answer.Number, answer.Json.GetProperty("refused").GetInt32()));
    }

    [Theory]
    [InlineData("people")]
    [InlineData("Divisions")]
    [InlineData("0")]
    public async Task There_are_no_imports_of_anything_else(string kind)
    {
        var answer = await ImportAsync(kind, Header);

        Assert.Equal((404, "unknown_import"), (answer.Number, answer.Code));
    }

    [Fact]
    public async Task A_file_that_is_no_csv_has_the_wrong_media_type()
    {
        var answer = await api.PostTextAsync("/v1/imports/divisions", "[]");

        Assert.Equal((415, "unsupported_media_type"), (answer.Number, answer.Code));
    }

    private Task<ApiAnswer> ImportAsync(string kind, string csv) =>
        api.SendAsync(HttpMethod.Post, $"/v1/imports/{kind}", new StringContent(csv, Encoding.UTF8, "text/csv"));
}
