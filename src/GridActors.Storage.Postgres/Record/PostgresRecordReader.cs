using System.Data;
using GridActors.Storage.Incidents;
using GridActors.Storage.Record;
using Npgsql;

namespace GridActors.Storage.Postgres.Record;

public sealed class PostgresRecordReader(PostgresDatabase database) : IRecordReader
{
    /// <remarks>One transaction that only reads. Nobody waits for it; rows that are replaced meanwhile are kept until it ends.</remarks>
    public async Task<IRecordSnapshot> OpenAsync(CancellationToken ct)
    {
        NpgsqlConnection? connection = null;
        try
        {
            connection = await database.OpenUnpooledAsync(ct);
            return new PostgresRecordSnapshot(connection, await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct));
        }
        catch (NpgsqlException failure)
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }

            throw new JournalUnavailableException("The record could not be read.", failure);
        }
    }
}
