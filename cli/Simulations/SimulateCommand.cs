using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace GridActors.Cli.Simulations;

/// <summary><c>gridactors simulate</c></summary>
internal static class SimulateCommand
{
    private const string Description = """
        Sends the reports of a file through the real actors, journal and clock, in the reports' own time, on a temporary store:
        what would have been routed where, what would have climbed, what would have been overdue.

        Example:
          gridactors simulate --data data --reports reports.csv.gz --accept-after 00:37:00 --until 2025-07-01T00:00:00+08:00 --out summary.json --incidents incidents.csv

        The reports file has the columns id, reported_at, closed_at, item_code, grid_code, lat, lon, description, channel.
        Exit codes: 0 every row was taken, 2 rows were refused or the arguments are wrong, 1 a fault.
        """;

    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data")
        {
            HelpName = "DIR",
            Required = true,
            Description = "Folder with divisions*.csv, grids*.csv, workers*.csv, catalogue*.csv and holidays*.csv, or a data directory. It is only read.",
        };
        var reports = new Option<FileInfo>("--reports") { HelpName = "FILE", Required = true, Description = "CSV file of reports, plain or packed with gzip." };
        var acceptAfter = Parsed<TimeSpan>("--accept-after", "HH:MM:SS", "How long after a report its holder accepts it, if it is not closed before.", TryReadDuration);
        var until = Parsed<DateTimeOffset>("--until", "INSTANT", "The end of the simulation, such as 2025-07-01T00:00:00+08:00.", Rfc3339.TryRead);
        var summary = new Option<FileInfo>("--out") { HelpName = "FILE", Required = true, Description = "Where the summary goes, as JSON." };
        var incidents = new Option<FileInfo>("--incidents") { HelpName = "FILE", Required = true, Description = "Where the incidents go, as CSV." };
        var calendar = new Option<FileInfo>("--calendar")
        {
            HelpName = "FILE",
            Description = "Another holidays file: the reports go through a second time under it, and the summary says what differs.",
        };
        calendar.Validators.Add(r => Check(r.GetValueOrDefault<FileInfo>()?.Exists is not false, "There is no such file as --calendar names.", r.AddError));
        data.Validators.Add(r => Check(r.GetValueOrDefault<DirectoryInfo>()?.Exists is not false, "There is no such folder as --data names.", r.AddError));
        reports.Validators.Add(r => Check(r.GetValueOrDefault<FileInfo>()?.Exists is not false, "There is no such file as --reports names.", r.AddError));
        var command = new Command("simulate", Description) { data, reports, acceptAfter, until, summary, incidents, calendar };
        command.Validators.Add(r => CheckTargets(r, reports, summary, incidents));
        command.SetAction(async (parsed, ct) =>
        {
            var options = new SimulationOptions(
                parsed.GetRequiredValue(data),
                parsed.GetRequiredValue(reports),
                parsed.GetRequiredValue(acceptAfter),
                parsed.GetRequiredValue(until),
                parsed.GetRequiredValue(summary),
                parsed.GetRequiredValue(incidents),
                parsed.GetValue(calendar));
            return await new SimulationRun(options, parsed.InvocationConfiguration.Output, new CommandProgress(parsed.InvocationConfiguration.Error)).RunAsync(ct);
        });
        return command;
    }

    /// <summary>Before the work, not after it: each result has a file of its own, in a folder that exists.</summary>
    private static void CheckTargets(CommandResult result, Option<FileInfo> reports, params Option<FileInfo>[] targets)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in targets.Prepend(reports).Where(o => result.GetResult(o) is { Tokens.Count: > 0 }))
        {
            var file = result.GetRequiredValue(option);
            Check(taken.TryAdd(file.FullName, option.Name), $"{option.Name} and {taken[file.FullName]} name the same file.", result.AddError);
            if (option != reports)
            {
                Check(file.Directory?.Exists is not false, $"The folder of {option.Name} does not exist.", result.AddError);
                Check(!Directory.Exists(file.FullName), $"{option.Name} names a folder, not a file.", result.AddError);
            }
        }
    }

    private delegate bool TryRead<T>(string text, out T value);

    private static Option<T> Parsed<T>(string name, string form, string description, TryRead<T> read)
        where T : struct => new(name)
        {
            HelpName = form,
            Required = true,
            Description = description,
            CustomParser = result =>
            {
                if (!read(result.Tokens[0].Value, out var value))
                {
                    result.AddError($"{name} is not written as {form}.");
                }

                return value;
            },
        };

    private static bool TryReadDuration(string text, out TimeSpan duration) =>
        TimeSpan.TryParseExact(text, ["hh':'mm':'ss", "d'.'hh':'mm':'ss"], CultureInfo.InvariantCulture, out duration);

    private static void Check(bool holds, string otherwise, Action<string> addError)
    {
        if (!holds)
        {
            addError(otherwise);
        }
    }
}
