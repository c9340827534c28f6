using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using GridActors.Storage.Refusals;
using GridActors.Storage.Sqlite.Incidents;
using Microsoft.Data.Sqlite;

namespace GridActors.Storage.Sqlite.Refusals;

public sealed class SqliteRefusedReports(SqliteDatabase database) : IRefusedReports
{
    private const int MaxLimit = 500;

    /// <remarks>One transaction, which waits for the write lock like every other writer.</remarks>
    public Task AppendAsync(ImmutableArray<RefusedReport> reports, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            using var connection = database.Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            foreach (var report in reports)
            {
                Insert(connection, transaction, report);
            }

            transaction.Commit();
            return Task.CompletedTask;
        }
        catch (SqliteException failure)
        {
            return Task.FromException(new JournalUnavailableException("The refusals could not be written.", failure));
        }
    }

    public Task<ImmutableArray<RefusedReport>> ListAsync(RefusalFilter filter, ListCursor? after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
        return database.ReadAsync(
            connection =>
            {
                using var command = Select(connection, RefusalSql.ListOf(filter), filter);
                command.Parameters.AddWithValue("@after_at", after is { } page ? StoredInstant.Of(page.ReportedAt) : long.MaxValue);
                command.Parameters.AddWithValue("@after_id", after is { } last ? StoredId.Of(last.Id) : Array.Empty<byte>());
                command.Parameters.AddWithValue("@limit", limit);
                using var reader = command.ExecuteReader();
                var reports = ImmutableArray.CreateBuilder<RefusedReport>();
                while (reader.Read())
                {
                    reports.Add(new RefusedReport(
                        StoredId.Read(reader, 0),
                        StoredInstant.Read(reader.GetInt64(1)),
                        reader.GetString(2),
                        ItemCode.Parse(reader.GetString(3)),
                        Enum.Parse<IncidentRefusal>(reader.GetString(4)),
                        reader.GetString(5)));
                }

                return reports.ToImmutable();
            },
            ct);
    }

    public Task<ImmutableArray<RefusalCount>> CountAsync(RefusalFilter filter, CancellationToken ct) => database.ReadAsync(
        connection =>
        {
            using var command = Select(connection, RefusalSql.CountOf(filter), filter);
            using var reader = command.ExecuteReader();
            var counts = ImmutableArray.CreateBuilder<RefusalCount>();
            while (reader.Read())
            {
                counts.Add(new RefusalCount(Enum.Parse<IncidentRefusal>(reader.GetString(0)), ItemCode.Parse(reader.GetString(1)), reader.GetInt64(2)));
            }

            return counts.ToImmutable();
        },
        ct);

    private static void Insert(SqliteConnection connection, SqliteTransaction transaction, RefusedReport report)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = RefusalSql.Insert;
        command.Parameters.AddWithValue("@id", StoredId.Of(report.Id));
        command.Parameters.AddWithValue("@at", StoredInstant.Of(report.At));
        command.Parameters.AddWithValue("@place_code", report.PlaceCode);
        command.Parameters.AddWithValue("@item_code", report.ItemCode.ToString());
        command.Parameters.AddWithValue("@reason", report.Reason.ToString());
        command.Parameters.AddWithValue("@channel", report.Channel);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Select(SqliteConnection connection, string sql, RefusalFilter filter)
    {
        var prefix = filter.Under?.Prefix ?? "";
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@from", filter.From is { } from ? StoredInstant.AtOrAfter(from) : long.MinValue);
        command.Parameters.AddWithValue("@to", filter.To is { } to ? StoredInstant.AtOrAfter(to) : long.MaxValue);
        command.Parameters.AddWithValue("@place_from", prefix);
        command.Parameters.AddWithValue("@place_to", $"{prefix}:");
        foreach (var (name, value) in PlaceRangeSql.ParametersOf(filter.Within))
        {
            command.Parameters.AddWithValue($"@{name}", value);
        }

        return command;
    }
}
