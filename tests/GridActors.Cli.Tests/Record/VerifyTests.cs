using System.Collections.Immutable;
using System.Text.Json;
using GridActors.ApiHost.Record;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;
using GridActors.Hosting.Record;
using GridActors.Storage.Incidents;
using GridActors.Storage.Postgres;
using GridActors.Storage.Record;
using GridActors.Storage.Sqlite;
using GridActors.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Cli.Tests.Record;

public sealed class VerifyTests(PostgresServer server) : IClassFixture<PostgresServer>, IDisposable
{
    private static readonly DivisionCode s_county = DivisionCode.Parse("652301000000");

    private readonly TempFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_record_that_nobody_touched_is_found_so()
    {
        await using var services = Embedded();
        await FillAsync(services);

        var result = await CommandLine.RunAsync("verify", "--data", _folder.Path);

        Assert.Equal((0, "3 events of 3 incidents, 1 checkpoints; every event is covered; nothing found\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task What_was_touched_is_named_a_line_each()
    {
        await using var services = Embedded();
        var ids = await FillAsync(services);
        await using (var connection = new SqliteConnection($"Data Source={_folder.PathOf(SqliteStorageOptions.FileName)};Pooling=False;Foreign Keys=False"))
        {
            await connection.OpenAsync(Ct);
            await using var command = connection.CreateCommand();
            command.CommandText = $"DELETE FROM incident_event WHERE id = X'{Convert.ToHexString(ids[1].Value.ToByteArray(bigEndian: true))}'";
            await command.ExecuteNonQueryAsync(Ct);
        }

        var result = await CommandLine.RunAsync("verify", "--data", _folder.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            $"""
            missing     incident {ids[1]} event 1: it is not there
            missing     incident {ids[1]} event 1: county 652301000000 checkpoint 1 covers it, and it is not in its place in the journal
            2 events of 3 incidents, 1 checkpoints; every event is covered; 2 found

            """,
            result.Output);
    }

    [Fact]
    public async Task A_cluster_is_checked_with_the_public_half_of_the_key()
    {
        using var key = RecordKey.New();
        var connection = server.CreateDatabase();
        await using var services = new ServiceCollection().AddLogging().AddPostgresStorage(new PostgresStorageOptions { ConnectionString = connection }).BuildServiceProvider();
        services.GetRequiredService<PostgresDatabase>().Migrate();
        await FillAsync(services, key);
        using var stranger = RecordKey.New();

        var good = await CommandLine.RunAsync("verify", "--connection", connection, "--key", _folder.Write("public.pem", key.WritePublic()));
        var bad = await CommandLine.RunAsync("verify", "--connection", connection, "--key", _folder.Write("stranger.pem", stranger.WritePublic()));

        Assert.Equal((0, 1), (good.ExitCode, bad.ExitCode));
        Assert.StartsWith($"unknown key county {s_county} checkpoint 1: it was signed with key {key.Id}", bad.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_that_was_kept_from_the_api_is_held_against_the_record()
    {
        await using var services = Embedded();
        await FillAsync(services);
        var checkpoints = await services.GetRequiredService<IRecordStore>().ListAsync(s_county, 0, 500, Ct);
        var kept = Keep("kept.json", checkpoints);
        var forged = Keep("forged.json", [checkpoints[0] with { Count = 7 }, checkpoints[0] with { Number = 2 }]);

        var good = await CommandLine.RunAsync("verify", "--data", _folder.Path, "--kept", kept);
        var bad = await CommandLine.RunAsync("verify", "--data", _folder.Path, "--kept", forged);

        Assert.Equal((0, 1), (good.ExitCode, bad.ExitCode));
        Assert.Contains($"changed     county {s_county} checkpoint 1: it is not the one of which a copy was kept\n", bad.Output, StringComparison.Ordinal);
        Assert.Contains($"missing     county {s_county} checkpoint 2: it is not there, and a copy of it was kept\n", bad.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arguments_that_are_wrong_are_said_in_one_line()
    {
        var noKey = await CommandLine.RunAsync("verify", "--data", _folder.Path);
        RecordKeyFile.CreateIfMissing(_folder.PathOf(RecordKeyFile.DefaultName));
        var noDatabase = await CommandLine.RunAsync("verify", "--data", _folder.Path);
        var both = await CommandLine.RunAsync("verify", "--data", _folder.Path, "--connection", "Host=127.0.0.1");
        var noPage = await CommandLine.RunAsync("verify", "--data", _folder.Path, "--kept", _folder.Write("page.json", "{\"items\":[{\"number\":1}]}"));
        var unreachable = await CommandLine.RunAsync("verify", "--connection", "Host=127.0.0.1;Port=1", "--key", _folder.PathOf(RecordKeyFile.DefaultName));

        Assert.Equal((2, 2, 2, 2, 1), (noKey.ExitCode, noDatabase.ExitCode, both.ExitCode, noPage.ExitCode, unreachable.ExitCode));
        Assert.All([noKey, noDatabase, both, noPage, unreachable], r => Assert.Equal(("", r.Error.Length - 1), (r.Output, r.Error.IndexOf('\n', StringComparison.Ordinal))));
    }

    /// <summary>As an auditor saves an answer.</summary>
    private string Keep(string name, ImmutableArray<Checkpoint> checkpoints) =>
        _folder.Write(name, JsonSerializer.Serialize(new CheckpointPage([.. checkpoints.Select(CheckpointResource.Of)], null), JsonSerializerOptions.Web));

    private ServiceProvider Embedded()
    {
        var options = new SqliteStorageOptions { DatabasePath = _folder.PathOf(SqliteStorageOptions.FileName), Synchronous = SqliteSynchronous.Off };
        var services = new ServiceCollection().AddLogging().AddSqliteStorage(options).BuildServiceProvider();
        services.GetRequiredService<SqliteDatabase>().Migrate();
        RecordKeyFile.CreateIfMissing(_folder.PathOf(RecordKeyFile.DefaultName));
        return services;
    }

    private async Task<ImmutableArray<IncidentId>> FillAsync(ServiceProvider services)
    {
        using var key = RecordKeyFile.Read(_folder.PathOf(RecordKeyFile.DefaultName));
        return await FillAsync(services, key);
    }

    /// <summary>Three reports, signed.</summary>
    private static async Task<ImmutableArray<IncidentId>> FillAsync(ServiceProvider services, RecordKey key)
    {
        ImmutableArray<IncidentReported> reports = [.. Enumerable.Range(1, 3).Select(Report)];
        foreach (var report in reports)
        {
            Assert.Equal(AppendResult.Appended, await services.GetRequiredService<IIncidentJournal>().AppendAsync(
                new IncidentAppend(null, [report], IncidentEvolution.Evolve(null, report)), Ct));
        }

        await new RecordSigner(services.GetRequiredService<IRecordStore>(), key, TimeProvider.System).SignNextAsync(Ct);
        return [.. reports.Select(r => r.Id)];
    }

    private static IncidentReported Report(int number)
    {
        var at = new DateTimeOffset(2025, 3, 3, 3, number, 0, TimeSpan.Zero);
        var grid = GridCode.Parse("652301001001001");
        var post = Post.Of(grid);
        return new IncidentReported(
            at,
            Actor.Requester,
            new IncidentId(Guid.CreateVersion7(at)),
            TrackingCode.FromBits((ulong)number),
            new ReportContent("水管爆裂", "test", null, null, "digest"),
            new ReportedPlace([grid], s_county, null),
            new PinnedItem(ItemCode.Parse("0101"), 1, Severity.S2, new Limit(15, LimitUnit.Minute), new Limit(2, LimitUnit.WorkHour)),
            post,
            [],
            new Deadline(at.AddMinutes(15), IsProvisional: false),
            new Explanation(at, RoutingRule.StartTier, post, [], 1, 1));
    }
}
