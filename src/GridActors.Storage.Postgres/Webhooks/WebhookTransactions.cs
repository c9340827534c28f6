using System.Collections.Immutable;
using GridActors.Storage.Incidents;
using Npgsql;

namespace GridActors.Storage.Postgres.Webhooks;

/// <summary>Statements as this feature makes them.</summary>
internal static class WebhookTransactions
{
    /// <summary>One transaction; committed where <paramref name="write"/> returns.</summary>
    public static async Task<T> WriteAsync<T>(this PostgresDatabase database, Func<NpgsqlConnection, Task<T>> write, CancellationToken ct)
    {
        try
        {
            await using var connection = await database.OpenAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            var result = await write(connection);
            await transaction.CommitAsync(ct);
            return result;
        }
        catch (NpgsqlException failure)
        {
            throw new JournalUnavailableException("The webhooks could not be written.", failure);
        }
    }

    /// <summary>Runs a statement within the connection's transaction.</summary>
    /// <returns>How many rows it changed.</returns>
    public static async Task<int> ExecuteAsync(this NpgsqlConnection connection, string sql, CancellationToken ct, params (string Name, object? Value)[] parameters)
    {
        await using var command = CommandOf(sql, parameters);
        command.Connection = connection;
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Runs a statement within the connection's transaction, for the rows that it answers with.</summary>
    public static async Task<ImmutableArray<T>> QueryAsync<T>(
        this NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct, params (string Name, object? Value)[] parameters)
    {
        await using var command = CommandOf(sql, parameters);
        command.Connection = connection;
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await ReadAllAsync(reader, read, ct);
    }

    public static async Task<ImmutableArray<T>> ReadAsync<T>(
        this PostgresDatabase database, string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct, params (string Name, object? Value)[] parameters)
    {
        await using var query = CommandOf(sql, parameters);
        return await database.ReadAsync(query, isPrepared: false, reader => ReadAllAsync(reader, read, ct), ct);
    }

    private static async Task<ImmutableArray<T>> ReadAllAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        var rows = ImmutableArray.CreateBuilder<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(read(reader));
        }

        return rows.ToImmutable();
    }

    private static NpgsqlCommand CommandOf(string sql, (string Name, object? Value)[] parameters)
    {
        var command = new NpgsqlCommand(sql);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
