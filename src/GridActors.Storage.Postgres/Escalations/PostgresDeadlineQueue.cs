using System.Collections.Immutable;
using GridActors.Core.Incidents;
using GridActors.Storage.Escalations;
using GridActors.Storage.Incidents;
using GridActors.Storage.Postgres.Incidents;
using Npgsql;
using NpgsqlTypes;

namespace GridActors.Storage.Postgres.Escalations;

public sealed class PostgresDeadlineQueue(PostgresDatabase database) : IDeadlineQueue
{
    private const int MaxLimit = 10_000;
    private const int MaxCount = 1_000_000;

    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public async Task<ImmutableArray<DueDeadline>> ReadDueAsync(ClockSlots slots, DeadlineWindow window, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
        await using var query = new NpgsqlCommand(DeadlineSql.ReadDue);
        query.Parameters.Add(Stored(slots));
        query.Parameters.Add(Instant("from", StoredInstant.AtOrAfter(window.From)));
        query.Parameters.Add(new NpgsqlParameter<Guid>("after", NpgsqlDbType.Uuid) { TypedValue = window.After.Value });
        query.Parameters.Add(Instant("before", StoredInstant.AtOrAfter(window.Before)));
        query.Parameters.Add(Limit(limit));
        return await database.ReadAsync(
            query,
            isPrepared: false,
            async reader =>
            {
                var due = ImmutableArray.CreateBuilder<DueDeadline>();
                while (await reader.ReadAsync(ct))
                {
                    due.Add(new DueDeadline(new IncidentId(reader.GetGuid(0)), StoredInstant.Read(reader.GetDateTime(1))));
                }

                return due.ToImmutable();
            },
            ct);
    }

    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public Task<DateTimeOffset?> NextDueAsync(ClockSlots slots, DateTimeOffset from, CancellationToken ct) =>
        ReadInstantAsync(DeadlineSql.NextDue, ct, Stored(slots), Instant("from", StoredInstant.AtOrAfter(from)));

    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public async Task<int> CountOverdueAsync(DateTimeOffset before, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxCount);
        await using var query = new NpgsqlCommand(DeadlineSql.CountOverdue);
        query.Parameters.Add(Instant("before", StoredInstant.AtOrAfter(before)));
        query.Parameters.Add(Limit(limit));
        return await database.ReadAsync(query, isPrepared: false, async reader => await reader.ReadAsync(ct) ? (int)reader.GetInt64(0) : 0, ct);
    }

    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public async Task<DateTimeOffset?> LastRecordedAtAsync(CancellationToken ct) =>
        await ReadInstantAsync(DeadlineSql.LastEventAt, ct) is { } last
            ? await ReadInstantAsync(DeadlineSql.LatestEventAt, ct, Instant("at", StoredInstant.Of(last)))
            : null;

    private async Task<DateTimeOffset?> ReadInstantAsync(string sql, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var query = new NpgsqlCommand(sql);
        query.Parameters.AddRange(parameters);
        return await database.ReadAsync<DateTimeOffset?>(
            query,
            isPrepared: false,
            async reader => await reader.ReadAsync(ct) && !await reader.IsDBNullAsync(0, ct) ? StoredInstant.Read(reader.GetDateTime(0)) : null,
            ct);
    }

    private static NpgsqlParameter<DateTime> Instant(string name, DateTime instant) => new(name, NpgsqlDbType.TimestampTz) { TypedValue = instant };

    private static NpgsqlParameter<int> Limit(int limit) => new("limit", NpgsqlDbType.Integer) { TypedValue = limit };

    private static NpgsqlParameter Stored(ClockSlots slots) => new("slots", NpgsqlDbType.Array | NpgsqlDbType.Smallint)
    {
        Value = slots.IsAll ? DBNull.Value : slots.Slots.Select(slot => (short)slot).ToArray(),
    };
}
