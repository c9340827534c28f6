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

    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public async Task<ImmutableArray<DueDeadline>> ReadDueAsync(ClockSlots slots, DateTimeOffset before, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
        await using var query = new NpgsqlCommand(DeadlineSql.ReadDue);
        query.Parameters.Add(Stored(slots));
        query.Parameters.Add(Instant("before", StoredInstant.AtOrAfter(before)));
        query.Parameters.Add(new NpgsqlParameter<int>("limit", NpgsqlDbType.Integer) { TypedValue = limit });
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
    public Task<DateTimeOffset?> NextDueAsync(ClockSlots slots, CancellationToken ct) => ReadInstantAsync(DeadlineSql.NextDue, Stored(slots), ct);

    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public async Task<DateTimeOffset?> LastRecordedAtAsync(CancellationToken ct) =>
        await ReadInstantAsync(DeadlineSql.LastEventAt, parameter: null, ct) is { } last
            ? await ReadInstantAsync(DeadlineSql.LatestEventAt, Instant("at", StoredInstant.Of(last)), ct)
            : null;

    private async Task<DateTimeOffset?> ReadInstantAsync(string sql, NpgsqlParameter? parameter, CancellationToken ct)
    {
        await using var query = new NpgsqlCommand(sql);
        if (parameter is not null)
        {
            query.Parameters.Add(parameter);
        }

        return await database.ReadAsync<DateTimeOffset?>(
            query,
            isPrepared: false,
            async reader => await reader.ReadAsync(ct) && !await reader.IsDBNullAsync(0, ct) ? StoredInstant.Read(reader.GetDateTime(0)) : null,
            ct);
    }

    private static NpgsqlParameter<DateTime> Instant(string name, DateTime instant) => new(name, NpgsqlDbType.TimestampTz) { TypedValue = instant };

    private static NpgsqlParameter Stored(ClockSlots slots) => new("slots", NpgsqlDbType.Array | NpgsqlDbType.Smallint)
    {
        Value = slots.IsAll ? DBNull.Value : slots.Slots.Select(slot => (short)slot).ToArray(),
    };
}
