using System.Globalization;
using System.Text.RegularExpressions;

namespace GridActors.Cli.Tests;

/// <summary>Runs the command in this process, as a shell would with a file behind its output.</summary>
internal static partial class CommandLine
{
    public static async Task<CommandResult> RunAsync(params string[] args)
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        await using var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var exitCode = await GridActorsCommand.RunAsync(args, output, error);
        return new CommandResult(exitCode, output.ToString(), error.ToString());
    }

    internal sealed record CommandResult(int ExitCode, string Output, string Error)
    {
        public string FirstLine => Output.Split('\n')[0];

        /// <summary>Every problem as its row, the mark of a warning, and its code; each has a reason behind it.</summary>
        public IReadOnlyList<string> Problems => [.. ProblemLine().Matches(Output).Select(m => m.Groups["problem"].Value)];
    }

    [GeneratedRegex(@"^[^\s:]+:(?<problem>\d+ (warning )?[a-z0-9_]+) \S", RegexOptions.Multiline)]
    private static partial Regex ProblemLine();
}
