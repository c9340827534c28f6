using System.Collections.Immutable;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using GridActors.Storage.Record;
using GridActors.Storage.Sqlite.Incidents;
using Microsoft.Data.Sqlite;

namespace GridActors.Storage.Sqlite.Record;

/// <param name="connection">Belongs to the snapshot, as its transaction does.</param>
internal sealed class SqliteRecordSnapshot(SqliteConnection connection, SqliteTransaction transaction) : IRecordSnapshot
{
    public Task<FeedPosition> ReadPositionAsync(CancellationToken ct) => ReadAsync(connection.ReadPosition, ct);

    public Task<ImmutableArray<RecordedIncident>> ReadIncidentsAsync(IncidentId? after, int limit, CancellationToken ct) => ReadAsync<ImmutableArray<RecordedIncident>>(
        () =>
        {
            var heads = connection.ReadAll(
                RecordSql.ReadIncidents,
                r => new RecordedIncident(StoredId.Read(r, 0), r.GetInt32(1), r.GetFieldValue<byte[]>(2), []),
                ("@after", after is { } id ? StoredId.Of(id) : Array.Empty<byte>()),
                ("@limit", limit));
            return [.. heads.Select(h => h with { Events = connection.ReadRecordedRows(h.Id) })];
        },
        ct);

    public Task<ImmutableArray<IncidentId>> ReadHeadlessAsync(int limit, CancellationToken ct) =>
        ReadAsync(() => connection.ReadAll(RecordSql.ReadHeadless, r => StoredId.Read(r, 0), ("@limit", limit)), ct);

    public Task<ImmutableArray<RecordedEvent>> ReadEventsAsync(FeedPosition after, int limit, CancellationToken ct) =>
        ReadAsync(() => connection.ReadRecordedEvents(after, limit), ct);

    public Task<ImmutableArray<DivisionCode>> ReadCountiesAsync(CancellationToken ct) =>
        ReadAsync(() => connection.ReadAll(RecordSql.ReadCounties, r => DivisionCode.TryParse(r.GetString(0), out var county) ? county : default), ct);

    public Task<ImmutableArray<Checkpoint>> ListCheckpointsAsync(DivisionCode county, int after, int limit, CancellationToken ct) =>
        ReadAsync(() => connection.ReadCheckpoints(county, after, limit), ct);

    public Task<ImmutableArray<ListedCheckpoint>> ReadNextStretchAsync(FeedPosition after, CancellationToken ct) => ReadAsync(
        () => connection.ReadAll(
            RecordSql.ReadNextStretch,
            r => new ListedCheckpoint(RecordQueries.ReadCheckpoint(r), r.GetFieldValue<byte[]>(10)),
            ("@after", after.Position)),
        ct);

    public ValueTask DisposeAsync()
    {
        transaction.Dispose();
        return connection.DisposeAsync();
    }

    /// <summary>On the caller's thread, as everything that reads SQLite.</summary>
    private static Task<T> ReadAsync<T>(Func<T> read, CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(ct);
        }

        try
        {
            return Task.FromResult(read());
        }
        catch (SqliteException failure)
        {
            return Task.FromException<T>(new JournalUnavailableException("The record could not be read.", failure));
        }
    }
}
