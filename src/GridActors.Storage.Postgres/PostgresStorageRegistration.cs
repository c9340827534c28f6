using GridActors.Storage.Access;
using GridActors.Storage.Contacts;
using GridActors.Storage.Escalations;
using GridActors.Storage.Incidents;
using GridActors.Storage.Measures;
using GridActors.Storage.Postgres.Access;
using GridActors.Storage.Postgres.Contacts;
using GridActors.Storage.Postgres.Escalations;
using GridActors.Storage.Postgres.Incidents;
using GridActors.Storage.Postgres.Measures;
using GridActors.Storage.Postgres.Record;
using GridActors.Storage.Postgres.Refusals;
using GridActors.Storage.Postgres.Webhooks;
using GridActors.Storage.Record;
using GridActors.Storage.Refusals;
using GridActors.Storage.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Storage.Postgres;

public static class PostgresStorageRegistration
{
    /// <summary>The storage ports on one PostgreSQL database. Call <see cref="PostgresDatabase.Migrate"/> before any of them is used; needs logging.</summary>
    /// <remarks>The container's asynchronous disposal writes what is still queued.</remarks>
    public static IServiceCollection AddPostgresStorage(this IServiceCollection services, PostgresStorageOptions options) => services
        .AddSingleton(options)
        .AddSingleton<PostgresDatabase>()
        .AddMetrics()
        .AddSingleton<JournalMetrics>()
        .AddSingleton<IIncidentJournal, PostgresIncidentJournal>()
        .AddSingleton<IIncidentFeed, PostgresIncidentFeed>()
        .AddSingleton<IIncidentList, PostgresIncidentList>()
        .AddSingleton<IDeadlineQueue, PostgresDeadlineQueue>()
        .AddSingleton<IRefusedReports, PostgresRefusedReports>()
        .AddSingleton<IMeasureStore, PostgresMeasureStore>()
        .AddSingleton<IWebhookSubscriptions, PostgresWebhookSubscriptions>()
        .AddSingleton<IWebhookOutbox, PostgresWebhookOutbox>()
        .AddSingleton<IWebhookDeliveries, PostgresWebhookDeliveries>()
        .AddSingleton<IApiKeyStore, PostgresApiKeyStore>()
        .AddSingleton<IContactStore, PostgresContactStore>()
        .AddSingleton<IRecordStore, PostgresRecordStore>()
        .AddSingleton<IRecordReader, PostgresRecordReader>();
}
