using GridActors.Storage.Access;
using GridActors.Storage.Contacts;
using GridActors.Storage.Escalations;
using GridActors.Storage.Incidents;
using GridActors.Storage.Measures;
using GridActors.Storage.Record;
using GridActors.Storage.Refusals;
using GridActors.Storage.Sqlite.Access;
using GridActors.Storage.Sqlite.Contacts;
using GridActors.Storage.Sqlite.Escalations;
using GridActors.Storage.Sqlite.Incidents;
using GridActors.Storage.Sqlite.Measures;
using GridActors.Storage.Sqlite.Record;
using GridActors.Storage.Sqlite.Refusals;
using GridActors.Storage.Sqlite.Webhooks;
using GridActors.Storage.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Storage.Sqlite;

public static class SqliteStorageRegistration
{
    /// <summary>The storage ports on one SQLite file. Call <see cref="SqliteDatabase.Migrate"/> before any of them is used; needs logging.</summary>
    /// <remarks>The container's asynchronous disposal writes what is still queued.</remarks>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, SqliteStorageOptions options) => services
        .AddSingleton(options)
        .AddSingleton<SqliteDatabase>()
        .AddMetrics()
        .AddSingleton<JournalMetrics>()
        .AddSingleton<IIncidentJournal, SqliteIncidentJournal>()
        .AddSingleton<IIncidentFeed, SqliteIncidentFeed>()
        .AddSingleton<IIncidentList, SqliteIncidentList>()
        .AddSingleton<IDeadlineQueue, SqliteDeadlineQueue>()
        .AddSingleton<IRefusedReports, SqliteRefusedReports>()
        .AddSingleton<IMeasureStore, SqliteMeasureStore>()
        .AddSingleton<IWebhookSubscriptions, SqliteWebhookSubscriptions>()
        .AddSingleton<IWebhookOutbox, SqliteWebhookOutbox>()
        .AddSingleton<IWebhookDeliveries, SqliteWebhookDeliveries>()
        .AddSingleton<IApiKeyStore, SqliteApiKeyStore>()
        .AddSingleton<IContactStore, SqliteContactStore>()
        .AddSingleton<IRecordStore, SqliteRecordStore>()
        .AddSingleton<IRecordReader, SqliteRecordReader>();
}
