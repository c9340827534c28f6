using System.Collections.Immutable;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using GridActors.Storage.Record;
using Npgsql;

namespace GridActors.Storage.Postgres.Record;

/// <param name="connection">Belongs to the snapshot, as its transaction does.</param>
internal sealed class PostgresRecordSnapshot(NpgsqlConnection connection, NpgsqlTransaction transaction) : IRecordSnapshot
{
    public Task<FeedPosition> ReadPositionAsync(CancellationToken ct) => ReadAsync(() => connection.ReadPositionAsync(ct));

    public Task<ImmutableArray<RecordedIncident>> ReadIncidentsAsync(IncidentId? after, int limit, CancellationToken ct) => ReadAsync<ImmutableArray<RecordedIncident>>(async () =>
    {
        await using var query = new NpgsqlCommand(RecordSql.ReadIncidents, connection);
        query.Parameters.AddWithValue("after", after?.Value ?? Guid.Empty);
        query.Parameters.AddWithValue("limit", limit);
        var heads = await query.ReadAllAsync(r => new RecordedIncident(new IncidentId(r.GetGuid(0)), r.GetInt32(1), r.GetFieldValue<byte[]>(2), []), ct);
        var rows = await connection.ReadRecordedRowsAsync(heads.ConvertAll(h => h.Id), ct);
        return [.. heads.Select(h => h with { Events = [.. rows[h.Id]] })];
    });

    public Task<ImmutableArray<IncidentId>> ReadHeadlessAsync(int limit, CancellationToken ct) => ReadAsync<ImmutableArray<IncidentId>>(async () =>
    {
        await using var query = new NpgsqlCommand(RecordSql.ReadHeadless, connection);
        query.Parameters.AddWithValue("limit", limit);
        return [.. await query.ReadAllAsync(r => new IncidentId(r.GetGuid(0)), ct)];
    });

    public Task<ImmutableArray<RecordedEvent>> ReadEventsAsync(FeedPosition after, int limit, CancellationToken ct) =>
        ReadAsync(() => connection.ReadRecordedEventsAsync(RecordSql.ReadAllEvents, after, limit, ct));

    public Task<ImmutableArray<DivisionCode>> ReadCountiesAsync(CancellationToken ct) => ReadAsync<ImmutableArray<DivisionCode>>(async () =>
    {
        await using var query = new NpgsqlCommand(RecordSql.ReadCounties, connection);
        return [.. await query.ReadAllAsync(r => DivisionCode.TryParse(r.GetString(0), out var county) ? county : default, ct)];
    });

    public Task<ImmutableArray<Checkpoint>> ListCheckpointsAsync(DivisionCode county, int after, int limit, CancellationToken ct) =>
        ReadAsync(() => connection.ReadCheckpointsAsync(county, after, limit, ct));

    public Task<ImmutableArray<ListedCheckpoint>> ReadNextStretchAsync(FeedPosition after, CancellationToken ct) => ReadAsync<ImmutableArray<ListedCheckpoint>>(async () =>
    {
        await using var query = new NpgsqlCommand(RecordSql.ReadNextStretch, connection);
        query.AddPosition("tx", "position", after);
        return [.. await query.ReadAllAsync(r => new ListedCheckpoint(RecordQueries.ReadCheckpoint(r), r.GetFieldValue<byte[]>(12)), ct)];
    });

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (NpgsqlException failure)
        {
            throw new JournalUnavailableException("The record could not be read.", failure);
        }
    }
}
