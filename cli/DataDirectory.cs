using System.CommandLine;
using GridActors.Hosting;

namespace GridActors.Cli;

/// <summary>The option that names a data directory, and which one is meant without it.</summary>
internal static class DataDirectory
{
    /// <param name="more">What is special about it for this command.</param>
    public static Option<DirectoryInfo?> CreateOption(string more)
    {
        var data = new Option<DirectoryInfo?>("--data")
        {
            HelpName = "DIR",
            Description = $"Data directory. Default: GridActors__DataDirectory, or ./data. {more}",
        };
        data.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<DirectoryInfo?>() is { } directory && File.Exists(directory.FullName))
            {
                result.AddError("--data names a file, not a folder.");
            }
        });
        return data;
    }

    public static string Of(DirectoryInfo? named) => named?.FullName
        ?? Environment.GetEnvironmentVariable($"{GridActorsOptions.Section}__{nameof(GridActorsOptions.DataDirectory)}")
        ?? new GridActorsOptions().DataDirectory;
}
