using System.Collections.Immutable;
using GridActors.Core.Divisions;
using GridActors.Storage.Incidents;
using GridActors.Storage.Postgres.Incidents;
using GridActors.Storage.Record;
using Npgsql;

namespace GridActors.Storage.Postgres.Record;

public sealed class PostgresRecordStore(PostgresDatabase database) : IRecordStore
{
    private const int MaxEvents = 10_000;
    private const int MaxCheckpoints = 501;

    public Task<FeedPosition> ReadPositionAsync(CancellationToken ct) => ReadAsync(c => c.ReadPositionAsync(ct), ct);

    /// <remarks>Stays behind transactions that are still running, as the feed does.</remarks>
    public Task<ImmutableArray<RecordedEvent>> ReadAsync(FeedPosition after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxEvents);
        return ReadAsync(c => c.ReadRecordedEventsAsync(RecordSql.ReadEvents, after, limit, ct), ct);
    }

    public Task<Checkpoint?> FindLastAsync(DivisionCode county, CancellationToken ct) => ReadAsync(
        async connection =>
        {
            await using var query = new NpgsqlCommand(RecordSql.FindLast, connection);
            query.Parameters.AddWithValue("county", county.ToString());
            return (await query.ReadAllAsync(RecordQueries.ReadCheckpoint, ct)).FirstOrDefault();
        },
        ct);

    /// <remarks>The row of the position is locked first: of two that cover the same events the second waits, and then finds that it has moved.</remarks>
    public async Task<bool> WriteAsync(CheckpointBatch batch, CancellationToken ct)
    {
        try
        {
            await using var connection = await database.OpenAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await using var move = new NpgsqlCommand(RecordSql.MovePosition, connection, transaction);
            move.AddPosition("from_tx", "from_position", batch.From);
            move.AddPosition("to_tx", "to_position", batch.To);
            if (await move.ExecuteNonQueryAsync(ct) == 0)
            {
                return false;
            }

            foreach (var listed in batch.Checkpoints)
            {
                await using var insert = Insert(connection, transaction, listed);
                await insert.ExecuteNonQueryAsync(ct);
            }

            await transaction.CommitAsync(ct);
            return true;
        }
        catch (NpgsqlException failure)
        {
            throw new JournalUnavailableException("The checkpoints could not be written.", failure);
        }
    }

    public Task<ImmutableArray<Checkpoint>> ListAsync(DivisionCode county, int after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxCheckpoints);
        return ReadAsync(c => c.ReadCheckpointsAsync(county, after, limit, ct), ct);
    }

    private async Task<T> ReadAsync<T>(Func<NpgsqlConnection, Task<T>> read, CancellationToken ct)
    {
        try
        {
            await using var connection = await database.OpenAsync(ct);
            return await read(connection);
        }
        catch (NpgsqlException failure)
        {
            throw new JournalUnavailableException("The record could not be read.", failure);
        }
    }

    private static NpgsqlCommand Insert(NpgsqlConnection connection, NpgsqlTransaction transaction, ListedCheckpoint listed)
    {
        var checkpoint = listed.Checkpoint;
        var command = new NpgsqlCommand(RecordSql.Insert, connection, transaction);
        command.Parameters.AddWithValue("county", checkpoint.County.ToString());
        command.Parameters.AddWithValue("number", checkpoint.Number);
        command.AddPosition("from_tx", "from_position", checkpoint.From);
        command.AddPosition("through_tx", "through_position", checkpoint.Through);
        command.Parameters.AddWithValue("count", checkpoint.Count);
        command.Parameters.AddWithValue("list_hash", checkpoint.ListHash.ToBytes());
        command.Parameters.AddWithValue("previous", checkpoint.Previous.ToBytes());
        command.Parameters.AddWithValue("at", StoredInstant.Of(checkpoint.At));
        command.Parameters.AddWithValue("key_id", checkpoint.KeyId);
        command.Parameters.AddWithValue("signature", checkpoint.Signature.ToArray());
        command.Parameters.AddWithValue("list", listed.List);
        return command;
    }
}
