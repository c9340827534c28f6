using System.Collections.Immutable;
using GridActors.Core.Departments;
using GridActors.Core.Incidents;
using GridActors.Core.Measures;
using GridActors.Core.Workers;
using GridActors.Storage.Incidents;
using GridActors.Storage.Measures;
using Npgsql;
using NpgsqlTypes;

namespace GridActors.Storage.Postgres.Measures;

public sealed class PostgresMeasureStore(PostgresDatabase database) : IMeasureStore
{
    private const int MaxKeys = 5_001;
    private const int MaxEntries = 500;

    public async Task<FeedPosition> ReadPositionAsync(CancellationToken ct)
    {
        await using var query = new NpgsqlCommand(MeasureSql.ReadPosition);
        return await database.ReadAsync(
            query,
            isPrepared: false,
            async reader =>
            {
                await reader.ReadAsync(ct);
                return new FeedPosition(reader.GetFieldValue<ulong>(0), reader.GetInt64(1));
            },
            ct);
    }

    /// <remarks>The row of the position is locked first: of two that count at once the second waits, and then finds that it has moved.</remarks>
    public async Task<bool> WriteAsync(MeasureBatch batch, CancellationToken ct)
    {
        try
        {
            await using var connection = await database.OpenAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await using var move = Move(connection, transaction, batch);
            if (await move.ExecuteNonQueryAsync(ct) == 0)
            {
                return false;
            }

            var rows = batch.Incidents.SelectMany(i => i.Contributions.Select(c => new MeasureEntry(i.Id, c))).ToList();
            await using var forget = WithKeys(new NpgsqlCommand(MeasureSql.Forget, connection, transaction), rows);
            forget.Parameters.AddWithValue("incidents", batch.Incidents.Select(i => i.Id.Value).ToArray());
            await forget.ExecuteNonQueryAsync(ct);
            await using var put = Put(connection, transaction, rows);
            await put.ExecuteNonQueryAsync(ct);
            await transaction.CommitAsync(ct);
            return true;
        }
        catch (NpgsqlException failure)
        {
            throw new JournalUnavailableException("The measures could not be written.", failure);
        }
    }

    public async Task<ImmutableArray<MeasureSum>> SumAsync(MeasureFilter filter, MeasureGrouping grouping, string? after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxKeys);
        await using var query = Select(MeasureSql.SumOf(filter, grouping.Dimension), filter);
        query.Parameters.AddWithValue("digits", grouping.Digits);
        query.Parameters.Add(new NpgsqlParameter("after", NpgsqlDbType.Text) { Value = (object?)after ?? DBNull.Value });
        query.Parameters.AddWithValue("limit", MeasureLines.CountFor(limit));
        return await database.ReadAsync(
            query,
            isPrepared: false,
            async reader =>
            {
                var lines = new List<(string, MeasureFigure, long)>();
                while (await reader.ReadAsync(ct))
                {
                    lines.Add((reader.GetString(0), Enum.Parse<MeasureFigure>(reader.GetString(1)), reader.GetInt64(2)));
                }

                return MeasureLines.ToSums(lines, limit);
            },
            ct);
    }

    public async Task<ImmutableArray<MeasureEntry>> ListAsync(MeasureFilter filter, MeasureFigure figure, MeasureEntryCursor? after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxEntries);
        await using var query = Select(MeasureSql.ListOf(filter), filter);
        query.Parameters.AddWithValue("figure", figure.ToString());
        query.Parameters.AddWithValue("after_day", after?.Day ?? DateOnly.MinValue);
        query.Parameters.AddWithValue("after_id", after?.Incident.Value ?? Guid.Empty);
        query.Parameters.AddWithValue("after_occurrence", after?.Occurrence ?? 0);
        query.Parameters.AddWithValue("limit", limit);
        return await database.ReadAsync(
            query,
            isPrepared: false,
            async reader =>
            {
                var entries = ImmutableArray.CreateBuilder<MeasureEntry>();
                while (await reader.ReadAsync(ct))
                {
                    entries.Add(Read(reader, figure));
                }

                return entries.ToImmutable();
            },
            ct);
    }

    private static MeasureEntry Read(NpgsqlDataReader reader, MeasureFigure figure) => new(
        new IncidentId(reader.GetGuid(0)),
        new Contribution(
            figure,
            reader.GetInt32(1),
            reader.GetFieldValue<DateOnly>(2),
            reader.GetString(3),
            reader.IsDBNull(4) ? null : WorkerId.Parse(reader.GetString(4)),
            reader.IsDBNull(5) ? null : DepartmentCode.Parse(reader.GetString(5))));

    private static NpgsqlCommand Move(NpgsqlConnection connection, NpgsqlTransaction transaction, MeasureBatch batch)
    {
        var command = new NpgsqlCommand(MeasureSql.MovePosition, connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<ulong>("from_tx", NpgsqlDbType.Xid8) { TypedValue = batch.From.Transaction });
        command.Parameters.Add(new NpgsqlParameter<ulong>("to_tx", NpgsqlDbType.Xid8) { TypedValue = batch.To.Transaction });
        command.Parameters.AddWithValue("from_position", batch.From.Position);
        command.Parameters.AddWithValue("to_position", batch.To.Position);
        return command;
    }

    private static NpgsqlCommand Put(NpgsqlConnection connection, NpgsqlTransaction transaction, List<MeasureEntry> rows)
    {
        var command = WithKeys(new NpgsqlCommand(MeasureSql.Put, connection, transaction), rows);
        command.Parameters.AddWithValue("days", rows.ConvertAll(r => r.Contribution.Day).ToArray());
        command.Parameters.AddWithValue("places", rows.ConvertAll(r => r.Contribution.PlaceCode).ToArray());
        command.Parameters.AddWithValue("workers", rows.ConvertAll(r => r.Contribution.Worker?.ToString()).ToArray());
        command.Parameters.AddWithValue("departments", rows.ConvertAll(r => r.Contribution.Department?.ToString()).ToArray());
        return command;
    }

    private static NpgsqlCommand WithKeys(NpgsqlCommand command, List<MeasureEntry> rows)
    {
        command.Parameters.AddWithValue("ids", rows.ConvertAll(r => r.Incident.Value).ToArray());
        command.Parameters.AddWithValue("figures", rows.ConvertAll(r => r.Contribution.Figure.ToString()).ToArray());
        command.Parameters.AddWithValue("occurrences", rows.ConvertAll(r => r.Contribution.Occurrence).ToArray());
        return command;
    }

    private static NpgsqlCommand Select(string sql, MeasureFilter filter)
    {
        var command = new NpgsqlCommand(sql);
        command.Parameters.AddWithValue("from", filter.From);
        command.Parameters.AddWithValue("to", filter.To);
        command.Parameters.AddWithValue("place_from", filter.Under?.Prefix ?? "");
        command.Parameters.AddWithValue("place_to", $"{filter.Under?.Prefix}:");
        command.Parameters.AddWithValue("place", filter.PlaceCode ?? "");
        command.Parameters.AddWithValue("worker", filter.Worker?.ToString() ?? "");
        command.Parameters.AddWithValue("department", filter.Department?.ToString() ?? "");
        foreach (var (name, value) in PlaceRangeSql.ParametersOf(filter.Within))
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
