using System.CommandLine;
using GridActors.Core.Access;
using GridActors.Hosting.Access;
using GridActors.Storage.Access;

namespace GridActors.Cli.Access;

/// <summary><c>gridactors api-key</c></summary>
internal static class ApiKeyCommand
{
    private const int LongestDays = 366;
    private const string Subject = "cli";

    private const string Description = """
        Makes, lists and revokes keys of machine clients, straight in the store: for the first key of an installation, and for those
        that no administrator may hand out. A running cluster takes a new key at once, and a revoked one for 30 seconds more. An instance
        on a data directory has to be stopped meanwhile; there use POST /v1/api-keys.

        Example:
          KEY=$(gridactors api-key create --name import --grant administrator:652301 --days 90)
          curl -H "Authorization: ApiKey $KEY" ...

        Exit codes: 0 done, 2 the arguments are wrong or there is no such key, 1 the store cannot be used.
        """;

    public static Command Create()
    {
        var connection = new Option<string?>("--connection") { HelpName = "STRING", Description = $"PostgreSQL of a cluster, as Npgsql reads it. Default: {KeyStore.Variable}.", Recursive = true };
        var data = DataDirectory.CreateOption("Where no database of a cluster is named.");
        data.Recursive = true;
        return new Command("api-key", Description) { connection, data, CreateKey(connection, data), ListKeys(connection, data), RevokeKey(connection, data) };
    }

    private static Command CreateKey(Option<string?> connection, Option<DirectoryInfo?> data)
    {
        var name = new Option<string>("--name") { HelpName = "TEXT", Description = "What it is for; not a person's name.", Required = true };
        var grants = new Option<string[]>("--grant") { HelpName = "GRANT", Description = "role:scope, of a worker role:scope:badge, of a department role:scope:code; may be repeated.", Required = true };
        var days = new Option<int>("--days") { HelpName = "N", Description = $"How long it is valid, 1 to {LongestDays}.", Required = true };
        var command = new Command("create", "Make a key and print it. It is shown this once.") { name, grants, days };
        command.SetAction(async (parsed, ct) =>
        {
            var (called, lifetime) = (parsed.GetValue(name), parsed.GetValue(days));
            if (!ApiKeySecrets.IsName(called))
            {
                throw new UsageException($"--name has 1 to {ApiKeySecrets.MaxNameLength} characters without control characters.");
            }

            if (lifetime is < 1 or > LongestDays)
            {
                throw new UsageException($"--days is a whole number from 1 to {LongestDays}.");
            }

            var read = TokenCommand.ReadGrants(parsed.GetValue(grants) ?? []);
            var now = TimeProvider.System.GetUtcNow();
            var (key, shown) = ApiKeySecrets.Create(called, read, Subject, now, now.AddDays(lifetime));
            await using var store = KeyStore.Open(parsed.GetValue(connection), parsed.GetValue(data));
            await store.Keys.AddAsync(key, ct);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(shown);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command ListKeys(Option<string?> connection, Option<DirectoryInfo?> data)
    {
        var command = new Command("list", "List the keys, newest first: id, name, grants, end, and whether it was revoked.");
        command.SetAction(async (parsed, ct) =>
        {
            await using var store = KeyStore.Open(parsed.GetValue(connection), parsed.GetValue(data));
            foreach (var key in await store.Keys.ListAsync(ct))
            {
                var state = key.RevokedAt is { } at ? $"revoked {at:O}" : $"until {key.ExpiresAt:O}";
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"{key.Id}  {GridActorsCommand.OneLine(key.Name)}  {StoredGrants.Of(key.Grants)}  {state}");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command RevokeKey(Option<string?> connection, Option<DirectoryInfo?> data)
    {
        var id = new Argument<string>("id") { Description = "What the key is called by: what stands before the dot." };
        var command = new Command("revoke", "Revoke a key.") { id };
        command.SetAction(async (parsed, ct) =>
        {
            if (!ApiKeyId.TryParse(parsed.GetValue(id), out var keyId))
            {
                throw new UsageException("The id of a key is what stands before the dot: twenty hexadecimal digits.");
            }

            await using var store = KeyStore.Open(parsed.GetValue(connection), parsed.GetValue(data));
            return await store.Keys.RevokeAsync(keyId, ApiKeySecrets.WholeMilliseconds(TimeProvider.System.GetUtcNow()), ct)
                ? ExitCode.Done
                : throw new UsageException($"There is no key {keyId}.");
        });
        return command;
    }
}
