using System.Collections.Immutable;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Sqlite.Incidents;

/// <summary>Transactions commit one after the other, so the position alone is the order, and nothing shows up behind a reader.</summary>
public sealed class SqliteIncidentFeed(SqliteDatabase database) : IIncidentFeed
{
    private const int MaxLimit = 10_000;

    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public Task<ImmutableArray<FeedEvent>> ReadAsync(FeedPosition after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
        return database.ReadAsync(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = IncidentSql.ReadFeed;
                command.Parameters.AddWithValue("@after", after.Position);
                command.Parameters.AddWithValue("@limit", limit);
                using var reader = command.ExecuteReader();
                var events = ImmutableArray.CreateBuilder<FeedEvent>();
                while (reader.Read())
                {
                    events.Add(new FeedEvent(
                        new FeedPosition(0, reader.GetInt64(0)),
                        StoredId.Read(reader, 1),
                        reader.GetInt32(2),
                        IncidentEventKinds.Read(reader.GetString(3), reader.GetFieldValue<byte[]>(4))));
                }

                return events.ToImmutable();
            },
            ct);
    }
}
