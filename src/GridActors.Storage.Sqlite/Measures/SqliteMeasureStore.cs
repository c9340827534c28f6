using System.Collections.Immutable;
using System.Globalization;
using GridActors.Core.Departments;
using GridActors.Core.Measures;
using GridActors.Core.Workers;
using GridActors.Storage.Incidents;
using GridActors.Storage.Measures;
using GridActors.Storage.Sqlite.Incidents;
using Microsoft.Data.Sqlite;

namespace GridActors.Storage.Sqlite.Measures;

public sealed class SqliteMeasureStore(SqliteDatabase database) : IMeasureStore
{
    private const int MaxKeys = 5_001;
    private const int MaxEntries = 500;

    /// <summary>Sorts as the days do.</summary>
    private const string DayFormat = "yyyy-MM-dd";

    public Task<FeedPosition> ReadPositionAsync(CancellationToken ct) => database.ReadAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = MeasureSql.ReadPosition;
            return new FeedPosition(0, (long)command.ExecuteScalar()!);
        },
        ct);

    /// <remarks>One transaction, which waits for the write lock like every other writer.</remarks>
    public Task<bool> WriteAsync(MeasureBatch batch, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            using var connection = database.Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            if (!Move(connection, transaction, batch))
            {
                return Task.FromResult(false);
            }

            foreach (var incident in batch.Incidents)
            {
                Replace(connection, transaction, incident);
            }

            transaction.Commit();
            return Task.FromResult(true);
        }
        catch (SqliteException failure)
        {
            return Task.FromException<bool>(new JournalUnavailableException("The measures could not be written.", failure));
        }
    }

    public Task<ImmutableArray<MeasureSum>> SumAsync(MeasureFilter filter, MeasureGrouping grouping, string? after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxKeys);
        return database.ReadAsync(
            connection =>
            {
                using var command = Select(connection, MeasureSql.SumOf(filter, grouping.Dimension), filter);
                command.Parameters.AddWithValue("@digits", grouping.Digits);
                command.Parameters.AddWithValue("@after", (object?)after ?? DBNull.Value);
                command.Parameters.AddWithValue("@limit", MeasureLines.CountFor(limit));
                using var reader = command.ExecuteReader();
                var lines = new List<(string, MeasureFigure, long)>();
                while (reader.Read())
                {
                    lines.Add((reader.GetString(0), Enum.Parse<MeasureFigure>(reader.GetString(1)), reader.GetInt64(2)));
                }

                return MeasureLines.ToSums(lines, limit);
            },
            ct);
    }

    public Task<ImmutableArray<MeasureEntry>> ListAsync(MeasureFilter filter, MeasureFigure figure, MeasureEntryCursor? after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxEntries);
        return database.ReadAsync(
            connection =>
            {
                using var command = Select(connection, MeasureSql.ListOf(filter), filter);
                command.Parameters.AddWithValue("@figure", figure.ToString());
                command.Parameters.AddWithValue("@after_day", TextOf(after?.Day ?? DateOnly.MinValue));
                command.Parameters.AddWithValue("@after_id", after is { } page ? StoredId.Of(page.Incident) : Array.Empty<byte>());
                command.Parameters.AddWithValue("@after_occurrence", after?.Occurrence ?? 0);
                command.Parameters.AddWithValue("@limit", limit);
                using var reader = command.ExecuteReader();
                var entries = ImmutableArray.CreateBuilder<MeasureEntry>();
                while (reader.Read())
                {
                    entries.Add(new MeasureEntry(
                        StoredId.Read(reader, 0),
                        new Contribution(
                            figure,
                            reader.GetInt32(1),
                            DateOnly.ParseExact(reader.GetString(2), DayFormat, CultureInfo.InvariantCulture),
                            reader.GetString(3),
                            reader.IsDBNull(4) ? null : WorkerId.Parse(reader.GetString(4)),
                            reader.IsDBNull(5) ? null : DepartmentCode.Parse(reader.GetString(5)))));
                }

                return entries.ToImmutable();
            },
            ct);
    }

    private static bool Move(SqliteConnection connection, SqliteTransaction transaction, MeasureBatch batch)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = MeasureSql.MovePosition;
        command.Parameters.AddWithValue("@from", batch.From.Position);
        command.Parameters.AddWithValue("@to", batch.To.Position);
        return command.ExecuteNonQuery() == 1;
    }

    private static void Replace(SqliteConnection connection, SqliteTransaction transaction, MeasuredIncident incident)
    {
        using var forget = connection.CreateCommand();
        forget.Transaction = transaction;
        forget.CommandText = MeasureSql.Forget;
        forget.Parameters.AddWithValue("@id", StoredId.Of(incident.Id));
        forget.Parameters.AddWithValue("@kept", $"[{string.Join(',', incident.Contributions.Select(c => string.Create(CultureInfo.InvariantCulture, $"\"{c.Figure}/{c.Occurrence}\"")))}]");
        forget.ExecuteNonQuery();
        foreach (var contribution in incident.Contributions)
        {
            using var put = connection.CreateCommand();
            put.Transaction = transaction;
            put.CommandText = MeasureSql.Put;
            put.Parameters.AddWithValue("@id", StoredId.Of(incident.Id));
            put.Parameters.AddWithValue("@figure", contribution.Figure.ToString());
            put.Parameters.AddWithValue("@occurrence", contribution.Occurrence);
            put.Parameters.AddWithValue("@day", TextOf(contribution.Day));
            put.Parameters.AddWithValue("@place", contribution.PlaceCode);
            put.Parameters.AddWithValue("@worker", (object?)contribution.Worker?.ToString() ?? DBNull.Value);
            put.Parameters.AddWithValue("@department", (object?)contribution.Department?.ToString() ?? DBNull.Value);
            put.ExecuteNonQuery();
        }
    }

    private static SqliteCommand Select(SqliteConnection connection, string sql, MeasureFilter filter)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@from", TextOf(filter.From));
        command.Parameters.AddWithValue("@to", TextOf(filter.To));
        command.Parameters.AddWithValue("@place_from", filter.Under?.Prefix ?? "");
        command.Parameters.AddWithValue("@place_to", $"{filter.Under?.Prefix}:");
        command.Parameters.AddWithValue("@place", filter.PlaceCode ?? "");
        command.Parameters.AddWithValue("@worker", filter.Worker?.ToString() ?? "");
        command.Parameters.AddWithValue("@department", filter.Department?.ToString() ?? "");
        foreach (var (name, value) in PlaceRangeSql.ParametersOf(filter.Within))
        {
            command.Parameters.AddWithValue($"@{name}", value);
        }

        return command;
    }

    private static string TextOf(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);
}
