using System.Diagnostics.Metrics;
using GridActors.Storage.Access;
using GridActors.Storage.Contacts;
using GridActors.Storage.Escalations;
using GridActors.Storage.Incidents;
using GridActors.Storage.Measures;
using GridActors.Storage.Record;
using GridActors.Storage.Refusals;
using GridActors.Storage.Webhooks;

namespace GridActors.Storage.Tests;

/// <summary>A fresh, empty store of one test. Each database has its own; the contract suites know no more than this.</summary>
public abstract class StorageUnderTest : IAsyncDisposable
{
    public abstract IIncidentJournal Journal { get; }

    public abstract IIncidentFeed Feed { get; }

    public abstract IIncidentList List { get; }

    public abstract IDeadlineQueue Deadlines { get; }

    public abstract IRefusedReports Refusals { get; }

    public abstract IMeasureStore Measures { get; }

    public abstract IWebhookSubscriptions Webhooks { get; }

    public abstract IWebhookOutbox Outbox { get; }

    public abstract IWebhookDeliveries Deliveries { get; }

    public abstract IApiKeyStore ApiKeys { get; }

    public abstract IContactStore Contacts { get; }

    public abstract IRecordStore Record { get; }

    public abstract IRecordReader RecordReader { get; }

    public abstract IMeterFactory Meters { get; }

    /// <summary>Closes everything and opens it again on the same data, as a new process would.</summary>
    public abstract Task ReopenAsync();

    /// <summary>Runs a statement past the product, as somebody with the database's password would.</summary>
    public abstract Task TamperAsync(string sql);

    public abstract ValueTask DisposeAsync();
}
