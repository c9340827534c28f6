using GridActors.Core.Contacts;
using GridActors.Core.Incidents;
using GridActors.Hosting.Contacts;
using GridActors.Storage.Contacts;
using GridActors.Storage.Postgres;
using GridActors.Storage.Sqlite;
using GridActors.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Cli.Tests.Contacts;

public sealed class RewrapContactsTests(PostgresServer server) : IClassFixture<PostgresServer>, IDisposable
{
    private const int Contacts = 450;
    private readonly TempFolder _folder = new();
    private readonly ContactKey _old = ContactKey.New();
    private readonly ContactKey _newest = ContactKey.New();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string KeyFile => Path.Combine(_folder.Path, "contacts.key");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_key_of_an_embedded_store_is_wrapped_with_the_newest()
    {
        await using var services = Embedded();
        await RewrapsAsync(services, "--data", _folder.Path);
    }

    [Fact]
    public async Task Every_key_of_a_cluster_is_wrapped_with_the_newest()
    {
        await using var services = Cluster(out var connection);
        await RewrapsAsync(services, "--connection", connection, "--key-file", KeyFile);
    }

    [Fact]
    public async Task What_was_stopped_goes_on_where_it_was()
    {
        await using var services = Embedded();
        var store = services.GetRequiredService<IContactStore>();
        var ids = await FillAsync(store, _old);
        WriteKeys(_old, _newest);
        foreach (var read in await store.ListWrappedOtherwiseAsync(_newest.Id, null, 100, Ct))
        {
            await store.RewrapAsync(read, ContactCipher.Rewrap(read, _old, _newest), Ct);
        }

        var result = await CommandLine.RunAsync("rewrap-contacts", "--data", _folder.Path);

        Assert.Equal((0, $"350 rewrapped with key {_newest.Id}, 0 need a key that is not there."), (result.ExitCode, result.FirstLine));
        await AssertOpenAsync(store, ids);
    }

    [Fact]
    public async Task A_key_that_is_not_there_is_a_fault_and_the_others_are_rewrapped()
    {
        await using var services = Embedded();
        var store = services.GetRequiredService<IContactStore>();
        await FillAsync(store, _old);
        await FillAsync(store, ContactKey.New(), 3);
        WriteKeys(_old, _newest);

        var result = await CommandLine.RunAsync("rewrap-contacts", "--data", _folder.Path);

        Assert.Equal((1, $"{Contacts} rewrapped with key {_newest.Id}, 3 need a key that is not there."), (result.ExitCode, result.FirstLine));
    }

    [Fact]
    public async Task Arguments_that_are_wrong_are_said_in_one_line()
    {
        var noKeys = await CommandLine.RunAsync("rewrap-contacts", "--data", _folder.Path);
        WriteKeys(_newest);
        var noDatabase = await CommandLine.RunAsync("rewrap-contacts", "--data", _folder.Path);
        var both = await CommandLine.RunAsync("rewrap-contacts", "--data", _folder.Path, "--connection", "Host=127.0.0.1");
        var unreachable = await CommandLine.RunAsync("rewrap-contacts", "--connection", "Host=127.0.0.1;Port=1", "--key-file", KeyFile);

        Assert.Equal((2, 2, 2, 1), (noKeys.ExitCode, noDatabase.ExitCode, both.ExitCode, unreachable.ExitCode));
        Assert.All([noKeys, noDatabase, both, unreachable], r => Assert.Equal(("", r.Error.Length - 1), (r.Output, r.Error.IndexOf('\n', StringComparison.Ordinal))));
    }

    private async Task RewrapsAsync(ServiceProvider services, params string[] arguments)
    {
        var store = services.GetRequiredService<IContactStore>();
        var ids = await FillAsync(store, _old);
        WriteKeys(_old, _newest);

        var first = await CommandLine.RunAsync(["rewrap-contacts", .. arguments]);
        WriteKeys(_newest);
        var second = await CommandLine.RunAsync(["rewrap-contacts", .. arguments]);

        Assert.Equal((0, $"{Contacts} rewrapped with key {_newest.Id}, 0 need a key that is not there.", ""), (first.ExitCode, first.FirstLine, first.Error));
        Assert.Equal((0, $"0 rewrapped with key {_newest.Id}, 0 need a key that is not there."), (second.ExitCode, second.FirstLine));
        await AssertOpenAsync(store, ids);
    }

    private async Task AssertOpenAsync(IContactStore store, List<IncidentId> ids)
    {
        foreach (var id in ids)
        {
            Assert.Equal("120", ContactCipher.Open((await store.FindAsync(id, Ct))!, _newest).Phone);
        }
    }

    private void WriteKeys(params ContactKey[] keys) => File.WriteAllLines(KeyFile, keys.Select(k => k.ToLine()));

    private static async Task<List<IncidentId>> FillAsync(IContactStore store, ContactKey key, int count = Contacts)
    {
        var ids = Enumerable.Range(0, count).Select(_ => new IncidentId(Guid.CreateVersion7())).ToList();
        foreach (var id in ids)
        {
            await store.AddAsync(ContactCipher.Seal(id, new Contact(null, "120", null), key, DateTimeOffset.UnixEpoch), Ct);
        }

        return ids;
    }

    private ServiceProvider Embedded()
    {
        var options = new SqliteStorageOptions { DatabasePath = Path.Combine(_folder.Path, SqliteStorageOptions.FileName), Synchronous = SqliteSynchronous.Off };
        var services = new ServiceCollection().AddLogging().AddSqliteStorage(options).BuildServiceProvider();
        services.GetRequiredService<SqliteDatabase>().Migrate();
        return services;
    }

    private ServiceProvider Cluster(out string connection)
    {
        connection = server.CreateDatabase();
        return new ServiceCollection().AddLogging().AddPostgresStorage(new PostgresStorageOptions { ConnectionString = connection }).BuildServiceProvider();
    }
}
