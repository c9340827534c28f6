using System.Collections.Immutable;
using GridActors.Core.Access;
using GridActors.Storage.Access;
using GridActors.Storage.Incidents;
using GridActors.Storage.Postgres.Incidents;
using Npgsql;

namespace GridActors.Storage.Postgres.Access;

public sealed class PostgresApiKeyStore(PostgresDatabase database) : IApiKeyStore
{
    public async Task AddAsync(ApiKey key, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(ApiKeySql.Insert);
        command.Parameters.AddWithValue("id", key.Id.ToString());
        command.Parameters.AddWithValue("name", key.Name);
        command.Parameters.AddWithValue("secret_hash", key.SecretHash);
        command.Parameters.AddWithValue("grants", StoredGrants.Of(key.Grants));
        command.Parameters.AddWithValue("created_by", key.CreatedBy);
        command.Parameters.AddWithValue("created_at", StoredInstant.Of(key.CreatedAt));
        command.Parameters.AddWithValue("expires_at", StoredInstant.Of(key.ExpiresAt));
        command.Parameters.Add(new NpgsqlParameter<DateTime?>("revoked_at", StoredInstant.Of(key.RevokedAt)));
        await WriteAsync(command, ct);
    }

    public async Task<ApiKey?> FindAsync(ApiKeyId id, CancellationToken ct)
    {
        await using var query = new NpgsqlCommand(ApiKeySql.Find);
        query.Parameters.AddWithValue("id", id.ToString());
        return await ReadAsync(query, ct) is [var key] ? key : null;
    }

    public async Task<ImmutableArray<ApiKey>> ListAsync(CancellationToken ct)
    {
        await using var query = new NpgsqlCommand(ApiKeySql.List);
        return await ReadAsync(query, ct);
    }

    public async Task<bool> RevokeAsync(ApiKeyId id, DateTimeOffset at, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(ApiKeySql.Revoke);
        command.Parameters.AddWithValue("id", id.ToString());
        command.Parameters.AddWithValue("at", StoredInstant.Of(at));
        return await WriteAsync(command, ct) == 1;
    }

    private async Task<int> WriteAsync(NpgsqlCommand command, CancellationToken ct)
    {
        try
        {
            await using var connection = await database.OpenAsync(ct);
            command.Connection = connection;
            return await command.ExecuteNonQueryAsync(ct);
        }
        catch (NpgsqlException failure)
        {
            throw new JournalUnavailableException("The keys could not be written.", failure);
        }
    }

    private Task<ImmutableArray<ApiKey>> ReadAsync(NpgsqlCommand query, CancellationToken ct) => database.ReadAsync(
        query,
        isPrepared: false,
        async reader =>
        {
            var keys = ImmutableArray.CreateBuilder<ApiKey>();
            while (await reader.ReadAsync(ct))
            {
                keys.Add(new ApiKey(
                    ApiKeyId.Parse(reader.GetString(0)),
                    reader.GetString(1),
                    reader.GetString(2),
                    StoredGrants.Read(reader.GetString(3)),
                    reader.GetString(4),
                    StoredInstant.Read(reader.GetDateTime(5)),
                    StoredInstant.Read(reader.GetDateTime(6)),
                    await reader.IsDBNullAsync(7, ct) ? null : StoredInstant.Read(reader.GetDateTime(7))));
            }

            return keys.ToImmutable();
        },
        ct);
}
