using System.CommandLine;
using System.CommandLine.Invocation;
using System.Data.Common;
using System.Globalization;
using GridActors.Cli.Access;
using GridActors.Cli.Contacts;
using GridActors.Cli.Imports;
using GridActors.Cli.Migrations;
using GridActors.Cli.Record;
using GridActors.Cli.Simulations;

namespace GridActors.Cli;

/// <summary>The <c>gridactors</c> command.</summary>
public static class GridActorsCommand
{
    /// <summary>Runs a command line and answers its exit code: 0 done, 1 a fault, 2 bad arguments or refused rows.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Routes civic incidents up the chain of a grid service. Try: gridactors import --help")
        {
            ApiKeyCommand.Create(),
            ImportCommand.Create(),
            MigrateCommand.Create(),
            RewrapContactsCommand.Create(),
            SimulateCommand.Create(),
            TokenCommand.Create(),
            VerifyCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            await error.WriteLineAsync($"gridactors: {OneLine(parsed.Errors[0].Message)}");
            return ExitCode.Refused;
        }

        return await InvokeAsync(parsed, new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
    }

    /// <summary>Text from a file or another machine, made safe for a terminal: no line breaks, no control sequences, no marks that turn the direction of writing.</summary>
    internal static string OneLine(string text) => string.Concat(text.Select(c => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format ? ' ' : c)).Trim();

    private static async Task<int> InvokeAsync(ParseResult parsed, InvocationConfiguration configuration)
    {
        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (UsageException refused)
        {
            await configuration.Error.WriteLineAsync($"gridactors: {OneLine(refused.Message)}");
            return ExitCode.Refused;
        }
        catch (OperationCanceledException)
        {
            await configuration.Error.WriteLineAsync("gridactors: interrupted; running the same command again completes it.");
            return ExitCode.Fault;
        }
        catch (Exception fault) when (fault is DbException or IOException or HttpRequestException or InvalidOperationException or TimeoutException or UnauthorizedAccessException)
        {
            await configuration.Error.WriteLineAsync($"gridactors: {OneLine(fault.Message)}");
            return ExitCode.Fault;
        }
    }
}
