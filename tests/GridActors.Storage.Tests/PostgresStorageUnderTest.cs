using System.Diagnostics.Metrics;
using GridActors.Storage.Access;
using GridActors.Storage.Contacts;
using GridActors.Storage.Escalations;
using GridActors.Storage.Incidents;
using GridActors.Storage.Measures;
using GridActors.Storage.Postgres;
using GridActors.Storage.Record;
using GridActors.Storage.Refusals;
using GridActors.Storage.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: AssemblyFixture(typeof(SharedPostgresServer))]

namespace GridActors.Storage.Tests;

/// <summary>A database of its own on a real PostgreSQL, composed as the product composes it.</summary>
public sealed class PostgresStorageUnderTest : StorageUnderTest
{
    private readonly PostgresStorageOptions _options;
    private ServiceProvider _services;

    public PostgresStorageUnderTest(IPostgresServer server, Func<PostgresStorageOptions, PostgresStorageOptions>? configure = null)
    {
        var options = new PostgresStorageOptions { ConnectionString = server.CreateDatabase(), LongestPause = TimeSpan.FromMilliseconds(100) };
        _options = configure?.Invoke(options) ?? options;
        _services = Open();
    }

    public string ConnectionString => _options.ConnectionString;

    public PostgresDatabase Database => _services.GetRequiredService<PostgresDatabase>();

    public override IIncidentJournal Journal => _services.GetRequiredService<IIncidentJournal>();

    public override IIncidentFeed Feed => _services.GetRequiredService<IIncidentFeed>();

    public override IIncidentList List => _services.GetRequiredService<IIncidentList>();

    public override IDeadlineQueue Deadlines => _services.GetRequiredService<IDeadlineQueue>();

    public override IRefusedReports Refusals => _services.GetRequiredService<IRefusedReports>();

    public override IMeasureStore Measures => _services.GetRequiredService<IMeasureStore>();

    public override IWebhookSubscriptions Webhooks => _services.GetRequiredService<IWebhookSubscriptions>();

    public override IWebhookOutbox Outbox => _services.GetRequiredService<IWebhookOutbox>();

    public override IWebhookDeliveries Deliveries => _services.GetRequiredService<IWebhookDeliveries>();

    public override IApiKeyStore ApiKeys => _services.GetRequiredService<IApiKeyStore>();

    public override IContactStore Contacts => _services.GetRequiredService<IContactStore>();

    public override IRecordStore Record => _services.GetRequiredService<IRecordStore>();

    public override IRecordReader RecordReader => _services.GetRequiredService<IRecordReader>();

    public override IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public async Task CloseAsync() => await _services.DisposeAsync();

    public override async Task ReopenAsync()
    {
        await CloseAsync();
        _services = Open();
    }

    /// <summary>The same database as another process of the cluster sees it.</summary>
    public ServiceProvider OpenAnother() => Open();

    /// <summary>A connection that has nothing to do with the product's, and may write where the database is set to read-only.</summary>
    public async Task<NpgsqlConnection> ConnectAsync()
    {
        var settings = new NpgsqlConnectionStringBuilder(_options.ConnectionString)
        {
            Pooling = false,
            ApplicationName = "test",
            Options = "-c default_transaction_read_only=off",
        };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>Runs a statement for its first value.</summary>
    public async Task<object?> ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    public override Task TamperAsync(string sql) => ExecuteAsync(sql);

    public override async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        PostgresDatabases.Drop(_options.ConnectionString);
    }

    private ServiceProvider Open()
    {
        var services = new ServiceCollection().AddLogging().AddPostgresStorage(_options).BuildServiceProvider();
        services.GetRequiredService<PostgresDatabase>().Migrate();
        return services;
    }
}
