using GridActors.Storage.Incidents;
using Microsoft.Data.Sqlite;

namespace GridActors.Storage.Sqlite.Webhooks;

/// <summary>Writes as this feature makes them.</summary>
internal static class WebhookTransactions
{
    /// <summary>One transaction, which waits for the write lock like every other writer; committed where <paramref name="write"/> returns.</summary>
    public static Task<T> WriteAsync<T>(this SqliteDatabase database, Func<SqliteTransaction, T> write, CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(ct);
        }

        try
        {
            using var connection = database.Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = write(transaction);
            transaction.Commit();
            return Task.FromResult(result);
        }
        catch (SqliteException failure)
        {
            return Task.FromException<T>(new JournalUnavailableException("The webhooks could not be written.", failure));
        }
    }

    public static SqliteCommand Command(this SqliteTransaction transaction, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = transaction.Connection!.Command(sql, parameters);
        command.Transaction = transaction;
        return command;
    }

    public static SqliteCommand Command(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    public static int Execute(this SqliteTransaction transaction, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = transaction.Command(sql, parameters);
        return command.ExecuteNonQuery();
    }
}
