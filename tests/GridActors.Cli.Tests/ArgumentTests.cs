namespace GridActors.Cli.Tests;

public sealed class ArgumentTests
{
    [Theory]
    [InlineData("")]
    [InlineData("route")]
    [InlineData("import")]
    [InlineData("import --people people.csv")]
    [InlineData("import --grids no-such-file.csv")]
    [InlineData("import --grids FILE --url ftp://127.0.0.1")]
    [InlineData("import --grids FILE --url 127.0.0.1:5080")]
    [InlineData("import --grids FILE --url http://127.0.0.1:5080 --data DIR")]
    [InlineData("import --grids FILE --data FILE")]
    [InlineData("simulate --data DIR --reports FILE")]
    [InlineData("simulate --data DIR --reports FILE --accept-after 00:37:00 --until 2025-07-01T00:00:00+08:00 --out DIR/o --incidents DIR/o")]
    [InlineData("simulate --data DIR --reports FILE --accept-after 00:37:00 --until 2025-07-01T00:00:00+08:00 --out FILE --incidents DIR/i")]
    [InlineData("simulate --data DIR --reports FILE --accept-after 00:37:00 --until 2025-07-01T00:00:00+08:00 --out DIR --incidents DIR/i")]
    [InlineData("simulate --data DIR --reports no-such-file --accept-after 00:37:00 --until 2025-07-01T00:00:00+08:00 --out DIR/o --incidents DIR/i")]
    [InlineData("simulate --data no-such-folder --reports FILE --accept-after 00:37:00 --until 2025-07-01T00:00:00+08:00 --out DIR/o --incidents DIR/i")]
    [InlineData("simulate --data DIR --reports FILE --accept-after 37 --until 2025-07-01T00:00:00+08:00 --out DIR/o --incidents DIR/i")]
    [InlineData("simulate --data DIR --reports FILE --accept-after 00:37:00 --until 2025-07-01T00:00:00 --out DIR/o --incidents DIR/i")]
    [InlineData("simulate --data DIR --reports FILE --accept-after 00:37:00 --until 2025-07-01T00:00:00+08:00 --out DIR/none/o --incidents DIR/i")]
    [InlineData("simulate --data DIR --reports FILE --accept-after 00:37:00 --until 2025-07-01T00:00:00+08:00 --out DIR/o --incidents DIR/i")]
    public async Task Wrong_arguments_are_answered_with_one_line_and_the_exit_code_2(string arguments)
    {
        using var folder = new TempFolder();
        var file = folder.Write("some.csv", SmallRegion.GridsHeader);
        string[] args = [.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => a.Replace("DIR", folder.Path, StringComparison.Ordinal).Replace("FILE", file, StringComparison.Ordinal))];

        var result = await CommandLine.RunAsync(args);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("gridactors: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(result.Error.Length - 1, result.Error.IndexOf('\n', StringComparison.Ordinal));
        Assert.Equal("", result.Output);
    }

    [Fact]
    public async Task A_simulation_says_before_it_starts_that_its_results_would_overwrite_each_other()
    {
        using var folder = new TempFolder();
        SmallRegion.WriteTo(folder);
        var (reports, target) = (folder.Write("reports.csv", ""), folder.PathOf("result"));

        var result = await CommandLine.RunAsync(
            "simulate", "--data", folder.Path, "--reports", reports, "--accept-after", "00:37:00", "--until", "2025-07-01T00:00:00+08:00", "--out", target, "--incidents", target);

        Assert.Equal((2, "gridactors: --incidents and --out name the same file.\n"), (result.ExitCode, result.Error));
        Assert.False(File.Exists(target));
    }

    [Theory]
    [InlineData("--help", "import")]
    [InlineData("import --help", "--divisions")]
    [InlineData("simulate --help", "--accept-after")]
    [InlineData("migrate --help", "--connection")]
    [InlineData("token --help", "--scope")]
    public async Task Help_is_on_the_output_with_the_exit_code_0(string arguments, string named)
    {
        var result = await CommandLine.RunAsync(arguments.Split(' '));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains(named, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instance_that_does_not_answer_is_a_fault_and_not_a_wrong_argument()
    {
        using var folder = new TempFolder();
        var file = folder.Write("grids.csv", SmallRegion.Grids);

        var result = await CommandLine.RunAsync("import", "--grids", file, "--url", "http://127.0.0.1:1");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("gridactors: ", result.Error, StringComparison.Ordinal);
    }
}
