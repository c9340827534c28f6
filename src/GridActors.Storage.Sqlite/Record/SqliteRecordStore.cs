using System.Collections.Immutable;
using GridActors.Core.Divisions;
using GridActors.Storage.Incidents;
using GridActors.Storage.Record;
using GridActors.Storage.Sqlite.Incidents;
using Microsoft.Data.Sqlite;

namespace GridActors.Storage.Sqlite.Record;

public sealed class SqliteRecordStore(SqliteDatabase database) : IRecordStore
{
    private const int MaxEvents = 10_000;
    private const int MaxCheckpoints = 501;

    public Task<FeedPosition> ReadPositionAsync(CancellationToken ct) => database.ReadAsync(RecordQueries.ReadPosition, ct);

    public Task<ImmutableArray<RecordedEvent>> ReadAsync(FeedPosition after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxEvents);
        return database.ReadAsync(c => c.ReadRecordedEvents(after, limit), ct);
    }

    public Task<Checkpoint?> FindLastAsync(DivisionCode county, CancellationToken ct) =>
        database.ReadAsync(c => c.ReadAll(RecordSql.FindLast, RecordQueries.ReadCheckpoint, ("@county", county.ToString())).FirstOrDefault(), ct);

    /// <remarks>One transaction, which waits for the write lock like every other writer.</remarks>
    public Task<bool> WriteAsync(CheckpointBatch batch, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            using var connection = database.Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            using var move = connection.CreateCommand();
            move.Transaction = transaction;
            move.CommandText = RecordSql.MovePosition;
            move.Parameters.AddWithValue("@from", batch.From.Position);
            move.Parameters.AddWithValue("@to", batch.To.Position);
            if (move.ExecuteNonQuery() == 0)
            {
                return Task.FromResult(false);
            }

            foreach (var listed in batch.Checkpoints)
            {
                using var insert = Insert(connection, transaction, listed);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
            return Task.FromResult(true);
        }
        catch (SqliteException failure)
        {
            return Task.FromException<bool>(new JournalUnavailableException("The checkpoints could not be written.", failure));
        }
    }

    public Task<ImmutableArray<Checkpoint>> ListAsync(DivisionCode county, int after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxCheckpoints);
        return database.ReadAsync(c => c.ReadCheckpoints(county, after, limit), ct);
    }

    private static SqliteCommand Insert(SqliteConnection connection, SqliteTransaction transaction, ListedCheckpoint listed)
    {
        var checkpoint = listed.Checkpoint;
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = RecordSql.Insert;
        command.Parameters.AddWithValue("@county", checkpoint.County.ToString());
        command.Parameters.AddWithValue("@number", checkpoint.Number);
        command.Parameters.AddWithValue("@from", checkpoint.From.Position);
        command.Parameters.AddWithValue("@through", checkpoint.Through.Position);
        command.Parameters.AddWithValue("@count", checkpoint.Count);
        command.Parameters.AddWithValue("@list_hash", checkpoint.ListHash.ToBytes());
        command.Parameters.AddWithValue("@previous", checkpoint.Previous.ToBytes());
        command.Parameters.AddWithValue("@at", StoredInstant.Of(checkpoint.At));
        command.Parameters.AddWithValue("@key_id", checkpoint.KeyId);
        command.Parameters.AddWithValue("@signature", checkpoint.Signature.ToArray());
        command.Parameters.AddWithValue("@list", listed.List);
        return command;
    }
}
