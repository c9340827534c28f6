using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using GridActors.Storage.Postgres.Incidents;
using GridActors.Storage.Refusals;
using Npgsql;

namespace GridActors.Storage.Postgres.Refusals;

public sealed class PostgresRefusedReports(PostgresDatabase database) : IRefusedReports
{
    private const int MaxLimit = 500;

    /// <remarks>One batch, which the server runs as one transaction.</remarks>
    public async Task AppendAsync(ImmutableArray<RefusedReport> reports, CancellationToken ct)
    {
        try
        {
            await using var connection = await database.OpenAsync(ct);
            await using var batch = new NpgsqlBatch(connection);
            foreach (var report in reports)
            {
                batch.BatchCommands.Add(Insert(report));
            }

            await batch.ExecuteNonQueryAsync(ct);
        }
        catch (NpgsqlException failure)
        {
            throw new JournalUnavailableException("The refusals could not be written.", failure);
        }
    }

    public async Task<ImmutableArray<RefusedReport>> ListAsync(RefusalFilter filter, ListCursor? after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
        await using var query = Select(RefusalSql.ListOf(filter), filter);
        query.Parameters.AddWithValue("after_at", after is { } page ? StoredInstant.Of(page.ReportedAt) : StoredInstant.AtOrAfter(DateTimeOffset.MaxValue));
        query.Parameters.AddWithValue("after_id", after?.Id.Value ?? Guid.Empty);
        query.Parameters.AddWithValue("limit", limit);
        return await database.ReadAsync(
            query,
            isPrepared: false,
            async reader =>
            {
                var reports = ImmutableArray.CreateBuilder<RefusedReport>();
                while (await reader.ReadAsync(ct))
                {
                    reports.Add(new RefusedReport(
                        new IncidentId(reader.GetGuid(0)),
                        StoredInstant.Read(reader.GetDateTime(1)),
                        reader.GetString(2),
                        ItemCode.Parse(reader.GetString(3)),
                        Enum.Parse<IncidentRefusal>(reader.GetString(4)),
                        reader.GetString(5)));
                }

                return reports.ToImmutable();
            },
            ct);
    }

    public async Task<ImmutableArray<RefusalCount>> CountAsync(RefusalFilter filter, CancellationToken ct)
    {
        await using var query = Select(RefusalSql.CountOf(filter), filter);
        return await database.ReadAsync(
            query,
            isPrepared: false,
            async reader =>
            {
                var counts = ImmutableArray.CreateBuilder<RefusalCount>();
                while (await reader.ReadAsync(ct))
                {
                    counts.Add(new RefusalCount(Enum.Parse<IncidentRefusal>(reader.GetString(0)), ItemCode.Parse(reader.GetString(1)), reader.GetInt64(2)));
                }

                return counts.ToImmutable();
            },
            ct);
    }

    private static NpgsqlBatchCommand Insert(RefusedReport report)
    {
        var command = new NpgsqlBatchCommand(RefusalSql.Insert);
        command.Parameters.AddWithValue("id", report.Id.Value);
        command.Parameters.AddWithValue("at", StoredInstant.Of(report.At));
        command.Parameters.AddWithValue("place_code", report.PlaceCode);
        command.Parameters.AddWithValue("item_code", report.ItemCode.ToString());
        command.Parameters.AddWithValue("reason", report.Reason.ToString());
        command.Parameters.AddWithValue("channel", report.Channel);
        return command;
    }

    private static NpgsqlCommand Select(string sql, RefusalFilter filter)
    {
        var prefix = filter.Under?.Prefix ?? "";
        var command = new NpgsqlCommand(sql);
        command.Parameters.AddWithValue("from", StoredInstant.AtOrAfter(filter.From ?? DateTimeOffset.MinValue));
        command.Parameters.AddWithValue("to", StoredInstant.AtOrAfter(filter.To ?? DateTimeOffset.MaxValue));
        command.Parameters.AddWithValue("place_from", prefix);
        command.Parameters.AddWithValue("place_to", $"{prefix}:");
        foreach (var (name, value) in PlaceRangeSql.ParametersOf(filter.Within))
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
