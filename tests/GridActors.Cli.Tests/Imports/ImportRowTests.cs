using System.Net.Http.Json;
using System.Text.Json;

namespace GridActors.Cli.Tests.Imports;

/// <summary>All of them name a data directory that a running instance holds.</summary>
public sealed class ImportRowTests(RunningInstance instance)
{
    private const string Square = SmallRegion.Boundary;

    [Fact]
    public async Task Bad_divisions_are_refused_by_row_and_the_good_one_is_taken()
    {
        var result = await instance.ImportAsync(
            "divisions",
            SmallRegion.DivisionsHeader,
            "123,一乡,township,652301000000,",
            "652301002000,,township,652301000000,",
            "652301003000,三乡,hamlet,652301000000,",
            "652301004000,四乡,village,652301000000,",
            "652301005000,五乡,township,652300000000,",
            "652301006000,六乡,township,652301000000,1x1",
            "652301003001,三村,village,652301003000,111",
            "652301007000,七乡,township,652301000000,",
            "652301007000,七乡,township,652301000000,",
            "652301007000,别名,township,652301000000,",
            "652301008000,八\"乡,township,652301000000,",
            "652301009000,九乡,township");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("divisions.csv: 12 rows, 1 changed, 10 refused, 1 warnings", result.FirstLine);
        Assert.Equal(
            [
                "2 division_code_malformed",
                "3 name_required",
                "4 level_unknown",
                "5 level_contradicts_code",
                "6 parent_contradicts_code",
                "7 urban_rural_class_malformed",
                "8 parent_missing",
                "10 warning duplicate_row",
                "11 duplicate_key",
                "12 row_malformed",
                "13 row_malformed",
            ],
            result.Problems);
        Assert.Equal("七乡", await NameOfDivisionAsync("652301007000"));
    }

    [Fact]
    public async Task Bad_days_are_refused_by_row()
    {
        var result = await instance.ImportAsync(
            "holidays",
            SmallRegion.HolidaysHeader,
            "2025-02-30,元宵,true",
            "2025-05-01,劳动节,yes",
            "2025-05-02,,true",
            "2025-05-03,劳动节,true",
            "2025-05-03,劳动节,false");

        Assert.Equal((2, "holidays.csv: 5 rows, 1 changed, 4 refused, 0 warnings"), (result.ExitCode, result.FirstLine));
        Assert.Equal(["2 date_malformed", "3 is_off_day_malformed", "4 name_required", "6 duplicate_key"], result.Problems);
    }

    [Fact]
    public async Task Bad_items_are_refused_by_row_and_their_text_cannot_drive_the_terminal()
    {
        var known = SmallRegion.Catalogue.Count;
        var result = await instance.ImportAsync(
            "catalogue",
            [
                .. SmallRegion.Catalogue,
                SmallRegion.Item("01"),
                SmallRegion.Item("0201", group: "01"),
                SmallRegion.Item("0202", severity: "S5"),
                SmallRegion.Item("0203", startTier: "street"),
                SmallRegion.Item("0204", accept: "0,work_hour"),
                SmallRegion.Item("0205", accept: "2,fortnight"),
                SmallRegion.Item("0206", severity: "S1", accept: "5,minute", handle: "1,work_day"),
                SmallRegion.Item("0207", parallel: "village"),
                SmallRegion.Item("0208", severity: "S1", accept: "5,minute", handle: "1,urgent_hour", parallel: "village+\u001b[2Jmayor"),
                SmallRegion.Item("0209", nameZh: "流动人口登记"),
                SmallRegion.Item("0210"),
            ]);

        Assert.Equal((2, "catalogue.csv: 16 rows, 1 changed, 10 refused, 0 warnings"), (result.ExitCode, result.FirstLine));
        string[] codes =
        [
            "item_code_malformed",
            "group_contradicts_code",
            "severity_unknown",
            "tier_unknown",
            "limit_malformed",
            "limit_unit_unknown",
            "emergency_clock_stops",
            "parallel_tiers_without_emergency",
            "parallel_tier_unknown",
            "item_describes_persons",
        ];
        Assert.Equal(codes.Select((code, i) => $"{known + 1 + i} {code}"), result.Problems);
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Fact]
    public async Task Bad_grids_are_refused_by_row_and_an_unusual_size_is_only_a_warning()
    {
        var result = await instance.ImportAsync(
            "grids",
            SmallRegion.GridsHeader,
            $"65230100100100A,网格,urban,250,{Square}",
            $"652301001009001,网格,urban,250,{Square}",
            $"652301001001002,,urban,250,{Square}",
            $"652301001001003,网格,square,250,{Square}",
            $"652301001001801,网格,urban,,{Square}",
            $"652301001001004,网格,urban,many,{Square}",
            "652301001001005,网格,urban,250,POINT (85 44)",
            $"652301001001006,网格,urban,20,{Square}");

        Assert.Equal((2, "grids.csv: 8 rows, 1 changed, 7 refused, 1 warnings"), (result.ExitCode, result.FirstLine));
        Assert.Equal(
            [
                "2 grid_code_malformed",
                "3 village_unknown",
                "4 name_required",
                "5 kind_unknown",
                "6 kind_contradicts_number",
                "7 households_malformed",
                "8 boundary_malformed",
                "9 warning unusual_size",
            ],
            result.Problems);
    }

    [Fact]
    public async Task Bad_duties_are_refused_by_row_and_a_telephone_number_names_no_worker()
    {
        var result = await instance.ImportAsync(
            "workers",
            SmallRegion.WorkersHeader,
            "13800000000,652301001001001,full_time,09:00,19:00",
            "ms-101,652301001001999,full_time,09:00,19:00",
            "ms-102,652301001001001,mayor,09:00,19:00",
            "ms-103,652301001001001,full_time,25:00,10:00",
            "ms-104,652301001001001,full_time,09:00,09:00",
            "ms-105,652301009000,duty,09:00,19:00",
            "ms-106,652301001001001,duty,09:00,19:00",
            "ms-107,652301001002,head,09:00,19:00",
            "ms-001,652301001001001,head,09:00,19:00",
            "ms-108,652301001001001,head,09:00,19:00",
            "ms-109,65230100100100,full_time,09:00,19:00",
            "ms-110,652301001001001,full_time,12:00,22:00");

        Assert.Equal((2, "workers.csv: 12 rows, 1 changed, 10 refused, 0 warnings"), (result.ExitCode, result.FirstLine));
        Assert.Equal(
            [
                "2 worker_id_malformed",
                "3 unknown_grid",
                "4 role_unknown",
                "5 shift_malformed",
                "6 shift_empty",
                "7 unknown_division",
                "8 role_contradicts_post",
                "9 role_contradicts_post",
                "11 second_head",
                "12 grid_code_malformed",
            ],
            result.Problems);
    }

    [Fact]
    public async Task A_file_without_a_column_is_refused_whole_and_the_header_named()
    {
        var result = await instance.ImportAsync("divisions", "code,name,level", "652301020000,乡,township");

        Assert.Equal((2, "divisions.csv: 0 rows, 0 changed, 1 refused, 0 warnings"), (result.ExitCode, result.FirstLine));
        Assert.Equal(["1 column_missing"], result.Problems);
        Assert.Contains("parent, urban_rural_class", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_that_is_a_valid_name_is_kept_as_it_is()
    {
        const string name = "=HYPERLINK(\"http://x\") '; DROP TABLE incident; --";

        var result = await instance.ImportAsync(
            "divisions", SmallRegion.DivisionsHeader, $"652301021000,\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",township,652301000000,");

        Assert.Equal((0, "divisions.csv: 1 rows, 1 changed, 0 refused, 0 warnings"), (result.ExitCode, result.FirstLine));
        Assert.Equal(name, await NameOfDivisionAsync("652301021000"));
    }

    [Fact]
    public async Task A_name_that_turns_the_direction_of_writing_is_refused()
    {
        var result = await instance.ImportAsync("divisions", SmallRegion.DivisionsHeader, "652301022000,a\u202eb,township,652301000000,");

        Assert.Equal((2, "divisions.csv: 1 rows, 0 changed, 1 refused, 0 warnings"), (result.ExitCode, result.FirstLine));
    }

    private async Task<string?> NameOfDivisionAsync(string code)
    {
        var division = await instance.Http.GetFromJsonAsync<JsonElement>(new Uri($"v1/divisions/{code}", UriKind.Relative), TestContext.Current.CancellationToken);
        return division.GetProperty("name").GetString();
    }
}
