using System.Text.Json;
using GridActors.Cli.Simulations;
using GridActors.Hosting.Imports;

namespace GridActors.Cli.Tests.Simulations;

public sealed class DirtyReportsTests
{
    private const string Sql = "\"; DROP TABLE incident; --";
    private const string Formula = "=HYPERLINK(\"http://x\") \u202e 测试 ";
    private const string TwoLines = "first line\nsecond line";

    /// <summary>One kind of bad or hostile row each; the first is line 2 of the file.</summary>
    private static IEnumerable<string> Rows =>
    [
        Row("dirty-02", grid: "652301001001999"),
        Row("dirty-03", item: "9999"),
        Row("dirty-04", closedAt: "2024-12-31T00:00:00+08:00"),
        Row("dirty-05", reportedAt: "2025-02-30T10:00:00+08:00"),
        Row("dirty-06", grid: "", place: "31.23,121.47"),
        Row("dirty-07", grid: ""),
        Row("dirty-08", description: ""),
        Row("dirty-09", description: new string('x', 20_000)),
        Row("dirty-10", grid: "65230100100100A"),
        Row("dirty-11", grid: "", place: "91.0,88.0"),
        Row("101001240819"),
        Row("101001240819"),
        Row("101001240819", description: "other text under the same id"),
        Row("dirty-15", reportedAt: "2025-01-05T10:00:00"),
        Row("dirty-16", description: Sql),
        Row("dirty-17", description: Formula),
        Row("dirty-18", item: ""),
        Row("-18", item: "0102"),
        Row("dirty-20", place: "north,85.5"),
        "dirty-21,2025-01-02T10:00:00+08:00",
    ];

    [Fact]
    public async Task Every_bad_row_is_named_with_its_row_id_code_and_reason_and_none_stops_the_rest()
    {
        var result = await SimulationResult.OfAsync(Rows);

        Assert.Equal((2, ""), (result.Command.ExitCode, result.Command.Error));
        Assert.Equal(
            [
                "2 dirty-02 unknown_grid",
                "3 dirty-03 unknown_item",
                "4 dirty-04 closed_before_reported",
                "5 dirty-05 reported_at_malformed",
                "6 dirty-06 place_unmatched warning",
                "7 dirty-07 place_required",
                "8 dirty-08 description_required",
                "9 dirty-09 description_too_long",
                "10 dirty-10 grid_code_malformed",
                "11 dirty-11 location_out_of_range",
                "13 101001240819 duplicate_row warning",
                "14 101001240819 duplicate_key",
                "15 dirty-15 reported_at_without_offset",
                "18 dirty-18 item_code_malformed",
                "19  id_malformed",
                "20 dirty-20 lat_malformed",
                "21  row_malformed",
            ],
            result.Summary.GetProperty("problems").EnumerateArray().Select(TextOf));
        Assert.Equal((20, 4, 15, 2), (result.Count("rows"), result.Count("routed"), result.Count("refused"), result.Count("warnings")));
        Assert.Equal(["id", "dirty-06", "101001240819", "dirty-16", "dirty-17"], result.Incidents.Select(l => l.Split(',')[0]));
    }

    [Fact]
    public async Task A_place_outside_every_grid_goes_to_the_county()
    {
        var result = await SimulationResult.OfAsync(Row("outside", grid: "", place: "31.23,121.47"));

        Assert.Equal(0, result.Command.ExitCode);
        Assert.StartsWith("county,0,2025-01-02T12:00:00+08:00,", result.OutcomeOf("outside"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_that_is_a_valid_description_is_kept_as_it_is()
    {
        string[] hostile = [Sql, Formula, TwoLines];
        var file = string.Join('\n', [SimulationResult.ReportsHeader, .. hostile.Select((text, i) => Row($"r{i}", description: text))]);
        var problems = new ImportProblems();

        var table = await ImportTable.ReadAsync(new StringReader(file), ReportRows.Columns, allowsLineBreaks: true, problems, TestContext.Current.CancellationToken);
        var reports = ReportRows.Read(table, problems);

        Assert.Empty(problems.ToImmutable());
        Assert.Equal(hostile, reports.Select(r => r.Request.Description));
    }

    private static string TextOf(JsonElement problem)
    {
        Assert.NotEqual("", problem.GetProperty("reason").GetString());
        return $"{problem.GetProperty("row")} {problem.GetProperty("id")} {problem.GetProperty("code")}{(problem.GetProperty("warning").GetBoolean() ? " warning" : "")}";
    }

    private static string Row(
        string id,
        string reportedAt = "2025-01-02T10:00:00+08:00",
        string closedAt = "",
        string item = "0102",
        string grid = "652301001001001",
        string place = ",",
        string description = "Something is broken") =>
        $"{id},{reportedAt},{closedAt},{item},{grid},{place},\"{description.Replace("\"", "\"\"", StringComparison.Ordinal)}\",app";
}
