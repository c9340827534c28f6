using System.Collections.Immutable;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using GridActors.Storage.Postgres.Incidents;
using GridActors.Storage.Record;
using Npgsql;
using NpgsqlTypes;

namespace GridActors.Storage.Postgres.Record;

/// <summary>What both who writes checkpoints and who checks them read, on a connection of the caller's.</summary>
internal static class RecordQueries
{
    public static async Task<FeedPosition> ReadPositionAsync(this NpgsqlConnection connection, CancellationToken ct)
    {
        await using var query = new NpgsqlCommand(RecordSql.ReadPosition, connection);
        return (await query.ReadAllAsync(r => r.ReadPosition(0), ct)) is [var position, ..] ? position : FeedPosition.Start;
    }

    /// <param name="sql"><see cref="RecordSql.ReadEvents"/> or <see cref="RecordSql.ReadAllEvents"/>.</param>
    public static async Task<ImmutableArray<RecordedEvent>> ReadRecordedEventsAsync(this NpgsqlConnection connection, string sql, FeedPosition after, int limit, CancellationToken ct)
    {
        await using var query = new NpgsqlCommand(sql, connection);
        query.AddPosition("tx", "position", after);
        query.Parameters.AddWithValue("limit", limit);
        var page = await query.ReadAllAsync(
            r => (
                Event: new RecordedEvent(
                    r.ReadPosition(0),
                    r.IsDBNull(5) ? default : RecordCounty.Of(r.GetString(5)),
                    r.ReadInstant(4),
                    new CoveredEvent(new IncidentId(r.GetGuid(2)), r.GetInt32(3), default)),
                Hash: r.ReadHash(6)),
            ct);
        var without = await connection.HashAsync([.. page.Where(e => e.Hash is null).Select(e => e.Event.Event.Id).Distinct()], ct);
        return [.. page.Select(e => e.Event with { Event = e.Event.Event with { Hash = e.Hash ?? without[(e.Event.Event.Id, e.Event.Event.Version)] } })];
    }

    /// <summary>The events of each of these incidents, in order of their versions.</summary>
    public static async Task<ILookup<IncidentId, RecordedRow>> ReadRecordedRowsAsync(this NpgsqlConnection connection, IReadOnlyCollection<IncidentId> ids, CancellationToken ct)
    {
        await using var query = new NpgsqlCommand(RecordSql.ReadRows, connection);
        query.Parameters.AddWithValue("ids", ids.Select(i => i.Value).ToArray());
        var rows = await query.ReadAllAsync(
            r => (
                Id: new IncidentId(r.GetGuid(0)),
                Row: new RecordedRow(r.GetInt32(1), r.GetString(2), r.GetFieldValue<byte[]>(3), r.ReadInstant(4), r.GetString(5), r.ReadHash(6))),
            ct);
        return rows.ToLookup(r => r.Id, r => r.Row);
    }

    public static async Task<ImmutableArray<Checkpoint>> ReadCheckpointsAsync(this NpgsqlConnection connection, DivisionCode county, int after, int limit, CancellationToken ct)
    {
        await using var query = new NpgsqlCommand(RecordSql.List, connection);
        query.Parameters.AddWithValue("county", county.ToString());
        query.Parameters.AddWithValue("after", after);
        query.Parameters.AddWithValue("limit", limit);
        return [.. await query.ReadAllAsync(ReadCheckpoint, ct)];
    }

    public static void AddPosition(this NpgsqlCommand command, string transaction, string position, FeedPosition value)
    {
        command.Parameters.Add(new NpgsqlParameter<ulong>(transaction, NpgsqlDbType.Xid8) { TypedValue = value.Transaction });
        command.Parameters.Add(new NpgsqlParameter<long>(position, NpgsqlDbType.Bigint) { TypedValue = value.Position });
    }

    public static async Task<List<T>> ReadAllAsync<T>(this NpgsqlCommand query, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var reader = await query.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>The columns of <see cref="RecordSql.CheckpointColumns"/>.</summary>
    public static Checkpoint ReadCheckpoint(NpgsqlDataReader reader) => new(
        DivisionCode.TryParse(reader.GetString(0), out var county) ? county : default,
        reader.GetInt32(1),
        reader.ReadPosition(2),
        reader.ReadPosition(4),
        reader.GetInt32(6),
        reader.ReadHash(7) ?? RecordHash.None,
        reader.ReadHash(8) ?? RecordHash.None,
        reader.ReadInstant(9),
        reader.GetString(10),
        [.. reader.GetFieldValue<byte[]>(11)]);

    private static async Task<Dictionary<(IncidentId Id, int Version), RecordHash>> HashAsync(this NpgsqlConnection connection, ImmutableArray<IncidentId> ids, CancellationToken ct) =>
        ids.IsEmpty
            ? []
            : (await connection.ReadRecordedRowsAsync(ids, ct))
                .SelectMany(life => RecordChain.Follow(life.Key, life).Select(e => ((life.Key, e.Row.Version), e.Hash)))
                .ToDictionary();

    private static FeedPosition ReadPosition(this NpgsqlDataReader reader, int ordinal) => new(reader.GetFieldValue<ulong>(ordinal), reader.GetInt64(ordinal + 1));

    private static DateTimeOffset ReadInstant(this NpgsqlDataReader reader, int ordinal) =>
        reader.IsDBNull(ordinal) ? DateTimeOffset.MinValue : StoredInstant.Read(reader.GetDateTime(ordinal));

    private static RecordHash? ReadHash(this NpgsqlDataReader reader, int ordinal) =>
        reader.IsDBNull(ordinal) ? null : RecordHash.ReadStored(reader.GetFieldValue<byte[]>(ordinal));
}
