using System.CommandLine;
using System.CommandLine.Parsing;
using GridActors.Cli.Access;
using GridActors.Hosting.Imports;
using GridActors.Hosting.Storage;

namespace GridActors.Cli.Imports;

/// <summary><c>gridactors import</c></summary>
internal static class ImportCommand
{
    private const string Description = """
        Imports reference data from CSV files, into a running instance or a data directory. Good rows are taken, bad ones are
        named with their row and the reason; the same files again change nothing. An instance takes it from an administrator only:
        GRIDACTORS_TOKEN has the token, or GRIDACTORS_API_KEY a key. In Development whoever has the data directory needs none.

        Example:
          gridactors import --divisions divisions.csv --holidays holidays.csv --catalogue catalogue.csv --grids grids.csv --workers workers.csv
          gridactors import --workers workers.csv --url http://127.0.0.1:5080

        Exit codes: 0 every row was taken, 2 rows were refused or the arguments are wrong, 1 a fault.
        """;

    public static Command Create()
    {
        Dictionary<ImportKind, Option<FileInfo?>> files = Enum.GetValues<ImportKind>().ToDictionary(k => k, FileOption);
        var data = DataDirectory.CreateOption("Where an instance runs on it, the import goes through that instance.");
        var url = new Option<Uri?>("--url") { HelpName = "URL", Description = "A running instance, instead of a data directory.", CustomParser = ParseUrl };
        var command = new Command("import", Description) { data, url };
        foreach (var option in files.Values)
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (!files.Values.Any(f => result.GetResult(f) is not null))
            {
                result.AddError("Name at least one file, such as --grids grids.csv.");
            }
            else if (result.GetResult(data) is not null && result.GetResult(url) is not null)
            {
                result.AddError("Name either --data or --url.");
            }
        });
        command.SetAction(async (parsed, ct) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            await using var target = await OpenAsync(parsed.GetValue(data), parsed.GetValue(url), ct);
            var run = new ImportRun(target, output, new CommandProgress(parsed.InvocationConfiguration.Error));
            return await run.RunAsync([.. files.Select(f => (f.Key, parsed.GetValue(f.Value))).Where(f => f.Item2 is not null).Select(f => (f.Key, f.Item2!))], ct);
        });
        return command;
    }

    private static Option<FileInfo?> FileOption(ImportKind kind)
    {
        var option = new Option<FileInfo?>($"--{kind.ToString().ToLowerInvariant()}") { HelpName = "FILE", Description = $"CSV file of {kind.ToString().ToLowerInvariant()}." };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo?>() is { Exists: false } file)
            {
                result.AddError($"There is no file {file}.");
            }
        });
        return option;
    }

    private static Uri? ParseUrl(ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value.TrimEnd('/') + "/", UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url;
        }

        result.AddError("--url is an address such as http://127.0.0.1:5080.");
        return null;
    }

    /// <summary>The instance named; else the data directory, or whichever instance runs on it.</summary>
    private static async Task<IImportTarget> OpenAsync(DirectoryInfo? data, Uri? url, CancellationToken ct)
    {
        if (url is not null)
        {
            return new HttpImportTarget(url, Credentials.Find());
        }

        var directory = DataDirectory.Of(data);
        try
        {
            return new DirectoryImportTarget(await EmbeddedHost.StartAsync(directory, ct));
        }
        catch (DataDirectoryInUseException)
        {
            return InstanceFile.ReadUrl(directory) is { } running
                ? new HttpImportTarget(running, Credentials.Find() ?? Credentials.OfOwner(directory))
                : throw new IOException($"{directory} is in use by a process without an API; stop it first.");
        }
    }
}
