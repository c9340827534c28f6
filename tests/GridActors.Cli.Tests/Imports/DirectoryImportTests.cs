namespace GridActors.Cli.Tests.Imports;

/// <summary>Into a data directory that nobody runs on.</summary>
public sealed class DirectoryImportTests
{
    [Fact]
    public async Task The_same_files_again_change_nothing()
    {
        using var files = new TempFolder();
        SmallRegion.WriteTo(files);
        var args = SmallRegion.ImportFrom(files, files.PathOf("data"));

        var first = await CommandLine.RunAsync(args);
        var second = await CommandLine.RunAsync(args);

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Equal(
            """
            divisions.csv: 5 rows, 5 changed, 0 refused, 0 warnings
            holidays.csv: 11 rows, 11 changed, 0 refused, 0 warnings
            catalogue.csv: 5 rows, 5 changed, 0 refused, 0 warnings
            grids.csv: 2 rows, 2 changed, 0 refused, 0 warnings
            workers.csv: 3 rows, 3 changed, 0 refused, 0 warnings

            """,
            first.Output);
        Assert.Equal(0, second.ExitCode);
        Assert.Equal(5, second.Output.Split("rows, 0 changed, 0 refused, 0 warnings").Length - 1);
    }

    [Fact]
    public async Task A_calendar_without_a_prefecture_is_refused_whole()
    {
        using var files = new TempFolder();
        var holidays = files.Write("holidays.csv", SmallRegion.Holidays);

        var result = await CommandLine.RunAsync("import", "--data", files.PathOf("data"), "--holidays", holidays);

        Assert.Equal((2, "holidays.csv: 11 rows, 0 changed, 1 refused, 0 warnings"), (result.ExitCode, result.FirstLine));
        Assert.Equal(["1 no_prefecture"], result.Problems);
    }
}
