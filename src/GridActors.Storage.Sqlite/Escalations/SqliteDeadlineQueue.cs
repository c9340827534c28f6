using System.Collections.Immutable;
using GridActors.Storage.Escalations;
using GridActors.Storage.Incidents;
using GridActors.Storage.Sqlite.Incidents;
using Microsoft.Data.Sqlite;

namespace GridActors.Storage.Sqlite.Escalations;

public sealed class SqliteDeadlineQueue(SqliteDatabase database) : IDeadlineQueue
{
    private const int MaxLimit = 10_000;
    private const int MaxCount = 1_000_000;

    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public Task<ImmutableArray<DueDeadline>> ReadDueAsync(ClockSlots slots, DeadlineWindow window, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
        return database.ReadAsync(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = DeadlineSql.ReadDue;
                command.Parameters.AddWithValue("@slots", Stored(slots));
                command.Parameters.AddWithValue("@from", StoredInstant.AtOrAfter(window.From));
                command.Parameters.AddWithValue("@after", StoredId.Of(window.After));
                command.Parameters.AddWithValue("@before", StoredInstant.AtOrAfter(window.Before));
                command.Parameters.AddWithValue("@limit", limit);
                using var reader = command.ExecuteReader();
                var due = ImmutableArray.CreateBuilder<DueDeadline>();
                while (reader.Read())
                {
                    due.Add(new DueDeadline(StoredId.Read(reader, 0), StoredInstant.Read(reader.GetInt64(1))));
                }

                return due.ToImmutable();
            },
            ct);
    }

    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public Task<DateTimeOffset?> NextDueAsync(ClockSlots slots, DateTimeOffset from, CancellationToken ct) => database.ReadAsync(
        connection => ReadInstant(
            connection, DeadlineSql.NextDue, new SqliteParameter("@slots", Stored(slots)), new SqliteParameter("@from", StoredInstant.AtOrAfter(from))),
        ct);

    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public Task<int> CountOverdueAsync(DateTimeOffset before, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxCount);
        return database.ReadAsync(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = DeadlineSql.CountOverdue;
                command.Parameters.AddWithValue("@before", StoredInstant.AtOrAfter(before));
                command.Parameters.AddWithValue("@limit", limit);
                return command.ExecuteScalar() is long count ? (int)count : 0;
            },
            ct);
    }

    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public Task<DateTimeOffset?> LastRecordedAtAsync(CancellationToken ct) =>
        database.ReadAsync(connection => ReadInstant(connection, DeadlineSql.LastRecordedAt), ct);

    private static DateTimeOffset? ReadInstant(SqliteConnection connection, string sql, params SqliteParameter[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddRange(parameters);
        return command.ExecuteScalar() is long stored ? StoredInstant.Read(stored) : null;
    }

    private static object Stored(ClockSlots slots) => slots.IsAll ? DBNull.Value : $"[{string.Join(',', slots.Slots)}]";
}
