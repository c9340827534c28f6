using System.Collections.Immutable;
using GridActors.Core.Access;
using GridActors.Storage.Access;
using GridActors.Storage.Incidents;
using GridActors.Storage.Sqlite.Incidents;
using Microsoft.Data.Sqlite;

namespace GridActors.Storage.Sqlite.Access;

public sealed class SqliteApiKeyStore(SqliteDatabase database) : IApiKeyStore
{
    public Task AddAsync(ApiKey key, CancellationToken ct) => WriteAsync(
        ApiKeySql.Insert,
        parameters =>
        {
            parameters.AddWithValue("@id", key.Id.ToString());
            parameters.AddWithValue("@name", key.Name);
            parameters.AddWithValue("@secret_hash", key.SecretHash);
            parameters.AddWithValue("@grants", StoredGrants.Of(key.Grants));
            parameters.AddWithValue("@created_by", key.CreatedBy);
            parameters.AddWithValue("@created_at", StoredInstant.Of(key.CreatedAt));
            parameters.AddWithValue("@expires_at", StoredInstant.Of(key.ExpiresAt));
            parameters.AddWithValue("@revoked_at", (object?)StoredInstant.Of(key.RevokedAt) ?? DBNull.Value);
        },
        ct);

    public async Task<ApiKey?> FindAsync(ApiKeyId id, CancellationToken ct)
    {
        var found = await ReadAsync(ApiKeySql.Find, parameters => parameters.AddWithValue("@id", id.ToString()), ct);
        return found is [var key] ? key : null;
    }

    public Task<ImmutableArray<ApiKey>> ListAsync(CancellationToken ct) => ReadAsync(ApiKeySql.List, _ => { }, ct);

    public async Task<bool> RevokeAsync(ApiKeyId id, DateTimeOffset at, CancellationToken ct) => await WriteAsync(
        ApiKeySql.Revoke,
        parameters =>
        {
            parameters.AddWithValue("@id", id.ToString());
            parameters.AddWithValue("@at", StoredInstant.Of(at));
        },
        ct) == 1;

    /// <remarks>Waits for the write lock like every other writer.</remarks>
    private Task<int> WriteAsync(string sql, Action<SqliteParameterCollection> bind, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            using var connection = database.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            bind(command.Parameters);
            return Task.FromResult(command.ExecuteNonQuery());
        }
        catch (SqliteException failure)
        {
            return Task.FromException<int>(new JournalUnavailableException("The keys could not be written.", failure));
        }
    }

    private Task<ImmutableArray<ApiKey>> ReadAsync(string sql, Action<SqliteParameterCollection> bind, CancellationToken ct) => database.ReadAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            bind(command.Parameters);
            using var reader = command.ExecuteReader();
            var keys = ImmutableArray.CreateBuilder<ApiKey>();
            while (reader.Read())
            {
                keys.Add(new ApiKey(
                    ApiKeyId.Parse(reader.GetString(0)),
                    reader.GetString(1),
                    reader.GetString(2),
                    StoredGrants.Read(reader.GetString(3)),
                    reader.GetString(4),
                    StoredInstant.Read(reader.GetInt64(5)),
                    StoredInstant.Read(reader.GetInt64(6)),
                    reader.IsDBNull(7) ? null : StoredInstant.Read(reader.GetInt64(7))));
            }

            return keys.ToImmutable();
        },
        ct);
}
