using System.Text.Json;

namespace GridActors.Cli.Tests.Simulations;

/// <summary>What one run of the command left behind.</summary>
internal sealed record SimulationResult(CommandLine.CommandResult Command, JsonElement Summary, IReadOnlyList<string> Incidents)
{
    public const string ReportsHeader = "id,reported_at,closed_at,item_code,grid_code,lat,lon,description,channel";

    /// <summary>Runs reports through the small region until 10 February 2025; a holder accepts after 37 minutes.</summary>
    public static Task<SimulationResult> OfAsync(params IEnumerable<string> reports) => UnderAsync(calendar: null, reports);

    /// <summary>The same, and a second time under another calendar.</summary>
    public static async Task<SimulationResult> UnderAsync(IEnumerable<string>? calendar, IEnumerable<string> reports)
    {
        using var folder = new TempFolder();
        SmallRegion.WriteTo(folder);
        var file = folder.Write("reports.csv", [ReportsHeader, .. reports]);
        var (summary, incidents) = (folder.PathOf("summary.json"), folder.PathOf("incidents.csv"));

        var command = await CommandLine.RunAsync(
            [
                "simulate",
                "--data", folder.Path,
                "--reports", file,
                "--accept-after", "00:37:00",
                "--until", "2025-02-10T00:00:00+08:00",
                "--out", summary,
                "--incidents", incidents,
                .. calendar is null ? [] : (string[])["--calendar", folder.Write("other.csv", [.. calendar])],
            ]);

        Assert.True(File.Exists(summary), command.Output + command.Error);
        return new SimulationResult(command, JsonElement.Parse(await File.ReadAllTextAsync(summary)), await File.ReadAllLinesAsync(incidents));
    }

    public int Count(string property) => Summary.GetProperty(property).GetInt32();

    /// <summary>What the incidents file says of one report, behind its id, item and grid.</summary>
    public string OutcomeOf(string id) => string.Join(',', Incidents.Single(l => l.StartsWith(id + ",", StringComparison.Ordinal)).Split(',').Skip(3));
}
