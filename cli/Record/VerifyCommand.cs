using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using GridActors.Hosting;
using GridActors.Hosting.Record;
using GridActors.Storage.Incidents;
using GridActors.Storage.Record;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Cli.Record;

/// <summary><c>gridactors verify</c></summary>
internal static class VerifyCommand
{
    private const string ConnectionVariable = $"ConnectionStrings__{GridActorsOptions.ConnectionStringName}";
    private const string KeyVariable = $"{RecordOptions.Section}__{nameof(RecordOptions.KeyFile)}";

    private const string Description = $"""
        Checks the record: every event against its hash and the event before it, every incident against its events, every signed
        checkpoint, and every event against the checkpoint that covers it. Names whatever was changed, added, moved or is gone.
        Reads only, beside hosts that go on working, and sees the store as of its start.

        Examples:
          gridactors verify --data data
          {ConnectionVariable}='Host=db;...' gridactors verify --key record-2026.pem --key record-2025.pem
          gridactors verify --data data --kept checkpoints-of-last-month.json

        Exit codes: 0 nothing was found, 1 something was found, or the store failed, 2 the arguments are wrong.
        """;

    public static Command Create()
    {
        var data = DataDirectory.CreateOption("Whoever runs on it goes on.");
        var connection = new Option<string?>("--connection") { HelpName = "STRING", Description = $"PostgreSQL of a cluster, as Npgsql reads it. Default: {ConnectionVariable}." };
        var keys = new Option<FileInfo[]>("--key")
        {
            HelpName = "FILE",
            Description = $"Key that signed checkpoints, in PEM; the public half will do. May be given several times. Default: {KeyVariable}, or {RecordKeyFile.DefaultName} in the data directory.",
        };
        var kept = new Option<FileInfo[]>("--kept")
        {
            HelpName = "FILE",
            Description = "Checkpoints that were kept elsewhere: a page of GET /v1/record/{county}/checkpoints. May be given several times.",
        };
        var command = new Command("verify", Description) { data, connection, keys, kept };
        command.RefuseBoth(data, connection);
        command.SetAction((parsed, ct) =>
        {
            var named = parsed.GetValue(connection) ?? (parsed.GetValue(data) is null ? Environment.GetEnvironmentVariable(ConnectionVariable) : null);
            var directory = string.IsNullOrWhiteSpace(named) ? DataDirectory.Of(parsed.GetValue(data)) : null;
            return RunAsync(
                directory,
                named,
                PathsOf(parsed.GetValue(keys), directory),
                [.. (parsed.GetValue(kept) ?? []).SelectMany(KeptCheckpoints.Read)],
                parsed.InvocationConfiguration.Output,
                ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        string? directory, string? connection, ImmutableArray<string> keyPaths, ImmutableArray<Checkpoint> kept, TextWriter output, CancellationToken ct)
    {
        var keys = ReadKeys(keyPaths);
        try
        {
            await using var services = InstalledStore.Open(directory, connection);
            await using var record = await services.GetRequiredService<IRecordReader>().OpenAsync(ct);
            var summary = await new RecordVerification(record, keys, kept, found => output.WriteLine(TextOf(found))).RunAsync(ct);
            await output.WriteLineAsync(TextOf(summary));
            return summary.Findings == 0 ? ExitCode.Done : ExitCode.Fault;
        }
        catch (JournalUnavailableException fault)
        {
            throw new IOException($"{fault.Message} {fault.InnerException?.Message}", fault);
        }
        finally
        {
            foreach (var key in keys)
            {
                key.Dispose();
            }
        }
    }

    private static string TextOf(RecordFinding finding) => $"{TextOf(finding.Kind),-11} {finding.Where}: {finding.What}";

    private static string TextOf(RecordFindingKind kind) => kind == RecordFindingKind.UnknownKey ? "unknown key" : kind.ToString().ToLowerInvariant();

    private static string TextOf(RecordSummary summary)
    {
        var open = summary.Uncovered == 0
            ? "every event is covered"
            : string.Create(CultureInfo.InvariantCulture, $"{summary.Uncovered} events since {summary.UncoveredSince:yyyy-MM-ddTHH:mm:ssZ} are not covered yet");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Events} events of {summary.Incidents} incidents, {summary.Checkpoints} checkpoints; {open}; {(summary.Findings == 0 ? "nothing found" : $"{summary.Findings} found")}");
    }

    private static ImmutableArray<string> PathsOf(FileInfo[]? keys, string? directory) =>
        keys is { Length: > 0 } ? [.. keys.Select(k => k.FullName)]
        : Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } configured ? [configured]
        : directory is not null ? [Path.Combine(directory, RecordKeyFile.DefaultName)]
        : throw new UsageException($"Name the key that signed the checkpoints: --key, or {KeyVariable}.");

    private static ImmutableArray<RecordKey> ReadKeys(ImmutableArray<string> paths)
    {
        try
        {
            return [.. paths.Select(RecordKeyFile.Read)];
        }
        catch (ConfigurationRefusedException refused)
        {
            throw new UsageException(refused.Message, refused);
        }
    }
}
