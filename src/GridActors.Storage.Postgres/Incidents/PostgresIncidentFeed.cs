using System.Collections.Immutable;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using Npgsql;
using NpgsqlTypes;

namespace GridActors.Storage.Postgres.Incidents;

/// <summary>
/// Reads up to the oldest transaction of the whole server that writes and is still running, whatever database it is in: a
/// transaction left open holds the feed back, but nothing is ever skipped.
/// </summary>
public sealed class PostgresIncidentFeed(PostgresDatabase database) : IIncidentFeed
{
    private const int MaxLimit = 10_000;

    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public async Task<ImmutableArray<FeedEvent>> ReadAsync(FeedPosition after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
        await using var query = new NpgsqlCommand(IncidentSql.ReadFeed);
        query.Parameters.Add(new NpgsqlParameter<ulong>("tx", NpgsqlDbType.Xid8) { TypedValue = after.Transaction });
        query.Parameters.Add(new NpgsqlParameter<long>("position", NpgsqlDbType.Bigint) { TypedValue = after.Position });
        query.Parameters.Add(new NpgsqlParameter<int>("limit", NpgsqlDbType.Integer) { TypedValue = limit });
        return await database.ReadAsync(
            query,
            isPrepared: false,
            async reader =>
            {
                var events = ImmutableArray.CreateBuilder<FeedEvent>();
                while (await reader.ReadAsync(ct))
                {
                    events.Add(new FeedEvent(
                        new FeedPosition(reader.GetFieldValue<ulong>(0), reader.GetInt64(1)),
                        new IncidentId(reader.GetGuid(2)),
                        reader.GetInt32(3),
                        IncidentEventKinds.Read(reader.GetString(4), reader.GetFieldValue<byte[]>(5))));
                }

                return events.ToImmutable();
            },
            ct);
    }
}
