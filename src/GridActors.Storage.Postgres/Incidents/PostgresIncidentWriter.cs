using GridActors.Storage.Incidents;
using Npgsql;

namespace GridActors.Storage.Postgres.Incidents;

/// <summary>A write connection with its prepared statement. After any exception it is of no use any more and has to be disposed.</summary>
internal sealed class PostgresIncidentWriter : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _append;
    private readonly AppendColumns _columns;
    private readonly HashSet<Guid> _written = [];

    private PostgresIncidentWriter(NpgsqlConnection connection, TimeSpan timeout)
    {
        _connection = connection;
        _append = new NpgsqlCommand(IncidentSql.Append, connection) { CommandTimeout = (int)timeout.TotalSeconds };
        _columns = new AppendColumns(_append);
    }

    /// <exception cref="NpgsqlException">The database cannot be reached, or has not been migrated.</exception>
    public static async Task<PostgresIncidentWriter> OpenAsync(PostgresDatabase database, TimeSpan timeout)
    {
        var connection = await database.OpenUnpooledAsync(CancellationToken.None);
        var writer = new PostgresIncidentWriter(connection, timeout);
        try
        {
            await using var session = new NpgsqlCommand(IncidentSql.PrepareSession, connection);
            await session.ExecuteNonQueryAsync(CancellationToken.None);
            await writer._append.PrepareAsync(CancellationToken.None);
            return writer;
        }
        catch
        {
            await writer.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Writes appends of different incidents in one transaction and tells each caller. Where the data of one of them is
    /// refused, all are undone and each half is tried by itself, down to the one that is to blame.
    /// </summary>
    /// <exception cref="NpgsqlException">Whoever was not told yet may or may not have been written.</exception>
    public async Task WriteAsync(IReadOnlyList<PendingAppend> appends, int from, int count)
    {
        try
        {
            await ExecuteAsync(appends, from, count);
        }
        catch (PostgresException refusal) when (IsAboutData(refusal))
        {
            if (count == 1)
            {
                appends[from].Fail(AppendOutcome.Refused, "The append was refused.", refusal);
                return;
            }

            await WriteAsync(appends, from, count / 2);
            await WriteAsync(appends, from + (count / 2), count - (count / 2));
            return;
        }

        for (var i = from; i < from + count; i++)
        {
            appends[i].Complete(_written.Contains(appends[i].Id) ? AppendResult.Appended : AppendResult.Conflict);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _append.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task ExecuteAsync(IReadOnlyList<PendingAppend> appends, int from, int count)
    {
        _columns.Clear();
        _written.Clear();
        for (var i = from; i < from + count; i++)
        {
            _columns.Add(appends[i]);
        }

        await using var reader = await _append.ExecuteReaderAsync(CancellationToken.None);
        while (await reader.ReadAsync(CancellationToken.None))
        {
            _written.Add(reader.GetGuid(0));
        }
    }

    /// <summary>Data (22), constraints (23) and limits (54) are somebody's fault; a deadlock or a serialisation failure (40) goes away in smaller parts.</summary>
    private static bool IsAboutData(PostgresException refusal) => refusal.SqlState[..2] is "22" or "23" or "40" or "54";
}
