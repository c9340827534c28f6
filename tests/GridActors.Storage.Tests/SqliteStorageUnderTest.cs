using System.Diagnostics.Metrics;
using GridActors.Storage.Access;
using GridActors.Storage.Contacts;
using GridActors.Storage.Escalations;
using GridActors.Storage.Incidents;
using GridActors.Storage.Measures;
using GridActors.Storage.Record;
using GridActors.Storage.Refusals;
using GridActors.Storage.Sqlite;
using GridActors.Storage.Webhooks;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Storage.Tests;

/// <summary>A database file in a directory of its own, composed as the product composes it.</summary>
public sealed class SqliteStorageUnderTest : StorageUnderTest
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("gridactors-storage-");
    private readonly SqliteStorageOptions _options;
    private ServiceProvider _services;

    public SqliteStorageUnderTest(int queueCapacity = 4096)
    {
        _options = new SqliteStorageOptions
        {
            DatabasePath = Path.Combine(_directory.FullName, SqliteStorageOptions.FileName),
            QueueCapacity = queueCapacity,
        };
        _services = Open();
    }

    public string DatabasePath => _options.DatabasePath;

    public SqliteDatabase Database => _services.GetRequiredService<SqliteDatabase>();

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

    public override async Task TamperAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=False;Foreign Keys=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    private ServiceProvider Open()
    {
        var services = new ServiceCollection().AddLogging().AddSqliteStorage(_options).BuildServiceProvider();
        services.GetRequiredService<SqliteDatabase>().Migrate();
        return services;
    }
}
