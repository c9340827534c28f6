using System.CommandLine;
using GridActors.Hosting;
using GridActors.Hosting.Contacts;
using GridActors.Storage.Contacts;
using GridActors.Storage.Incidents;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Cli.Contacts;

/// <summary><c>gridactors rewrap-contacts</c></summary>
internal static class RewrapContactsCommand
{
    private const string ConnectionVariable = $"ConnectionStrings__{GridActorsOptions.ConnectionStringName}";
    private const string DirectoryVariable = $"{GridActorsOptions.Section}__{nameof(GridActorsOptions.DataDirectory)}";
    private const string KeyVariable = $"{ContactsOptions.Section}__{nameof(ContactsOptions.KeyFile)}";

    private const string Description = $"""
        Wraps the keys of all contacts with the newest key of the installation, so that older ones can be taken away. Contacts
        themselves are not read. Runs beside hosts; safe to stop and to repeat.

        To rotate: add a key (openssl rand -base64 32 >> contacts.key), wait a minute until every host has read it, run this
        until it rewraps none, and take the old keys away.

        Examples:
          gridactors rewrap-contacts --data data
          {ConnectionVariable}='Host=db;...' {KeyVariable}=/keys gridactors rewrap-contacts

        Exit codes: 0 every key is wrapped with the newest, 2 the arguments are wrong, 1 the store failed, or some need a key that is not there.
        """;

    public static Command Create()
    {
        var data = new Option<string?>("--data") { HelpName = "DIR", Description = $"Data directory of an embedded store. Default: {DirectoryVariable}, or ./data." };
        var connection = new Option<string?>("--connection") { HelpName = "STRING", Description = $"PostgreSQL of a cluster, as Npgsql reads it. Default: {ConnectionVariable}." };
        var keys = new Option<string?>("--key-file") { HelpName = "PATH", Description = $"File or directory of keys. Default: {KeyVariable}, or {ContactKeyFile.DefaultName} in the data directory." };
        var command = new Command("rewrap-contacts", Description) { data, connection, keys };
        command.RefuseBoth(data, connection);
        command.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(data),
            parsed.GetValue(connection),
            parsed.GetValue(keys) ?? Environment.GetEnvironmentVariable(KeyVariable),
            parsed.InvocationConfiguration.Output,
            ct));
        return command;
    }

    private static async Task<int> RunAsync(string? data, string? connection, string? keyFile, TextWriter output, CancellationToken ct)
    {
        connection ??= data is null ? Environment.GetEnvironmentVariable(ConnectionVariable) : null;
        var directory = string.IsNullOrWhiteSpace(connection) ? data ?? Environment.GetEnvironmentVariable(DirectoryVariable) ?? new GridActorsOptions().DataDirectory : null;
        var path = !string.IsNullOrWhiteSpace(keyFile) ? keyFile
            : directory is not null ? Path.Combine(directory, ContactKeyFile.DefaultName)
            : throw new UsageException($"Name the keys: --key-file, or {KeyVariable}.");
        try
        {
            var keys = ContactKeyFile.Read(path);
            await using var services = InstalledStore.Open(directory, connection);
            var result = await ContactRewrap.RunAsync(services.GetRequiredService<IContactStore>(), keys, ct);
            await output.WriteLineAsync($"{result.Rewrapped} rewrapped with key {result.KeyId}, {result.Locked} need a key that is not there.");
            return result.Locked == 0 ? ExitCode.Done : ExitCode.Fault;
        }
        catch (ConfigurationRefusedException refused)
        {
            throw new UsageException(refused.Message, refused);
        }
        catch (JournalUnavailableException fault)
        {
            throw new IOException($"{fault.Message} {fault.InnerException?.Message}", fault);
        }
    }
}
