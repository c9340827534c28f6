using GridActors.Storage.Incidents;
using GridActors.Storage.Record;
using Microsoft.Data.Sqlite;

namespace GridActors.Storage.Sqlite.Record;

public sealed class SqliteRecordReader(SqliteDatabase database) : IRecordReader
{
    /// <remarks>One transaction that only reads: writers go on, and their log grows until it ends.</remarks>
    public Task<IRecordSnapshot> OpenAsync(CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
        {
            return Task.FromCanceled<IRecordSnapshot>(ct);
        }

        SqliteConnection? connection = null;
        try
        {
            connection = database.OpenUnpooled();
            return Task.FromResult<IRecordSnapshot>(new SqliteRecordSnapshot(connection, connection.BeginTransaction(deferred: true)));
        }
        catch (SqliteException failure)
        {
            connection?.Dispose();
            return Task.FromException<IRecordSnapshot>(new JournalUnavailableException("The record could not be read.", failure));
        }
    }
}
