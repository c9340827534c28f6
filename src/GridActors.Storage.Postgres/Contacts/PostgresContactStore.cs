using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GridActors.Core.Incidents;
using GridActors.Storage.Contacts;
using GridActors.Storage.Incidents;
using GridActors.Storage.Postgres.Incidents;
using Npgsql;

namespace GridActors.Storage.Postgres.Contacts;

public sealed class PostgresContactStore(PostgresDatabase database) : IContactStore
{
    private const int MaxLimit = 500;

    public async Task<bool> AddAsync(StoredContact contact, CancellationToken ct)
    {
        var key = contact.Key ?? throw new ArgumentException("An erased contact is not added.", nameof(contact));
        await using var add = Command(ContactSql.Add, contact.Incident);
        add.Parameters.AddWithValue("key_id", key.KeyId);
        add.Parameters.AddWithValue("wrapped_key", Bytes(key.Bytes));
        add.Parameters.AddWithValue("nonce", Bytes(contact.Nonce));
        add.Parameters.AddWithValue("ciphertext", Bytes(contact.Ciphertext));
        add.Parameters.AddWithValue("retain_until", StoredInstant.Of(contact.RetainUntil));
        if (await WriteAsync(add, ct))
        {
            return true;
        }

        await using var extend = Command(ContactSql.Extend, contact.Incident);
        extend.Parameters.AddWithValue("retain_until", StoredInstant.Of(contact.RetainUntil));
        await WriteAsync(extend, ct);
        return false;
    }

    public async Task<StoredContact?> FindAsync(IncidentId incident, CancellationToken ct)
    {
        await using var find = Command(ContactSql.Find, incident);
        return await database.ReadAsync(
            find,
            isPrepared: false,
            async reader => !await reader.ReadAsync(ct) ? null : new StoredContact(
                incident,
                reader.IsDBNull(0) ? null : new WrappedKey(incident, reader.GetString(0), Bytes(reader, 1)),
                Bytes(reader, 2),
                Bytes(reader, 3),
                StoredInstant.Read(reader.GetDateTime(4)),
                reader.IsDBNull(5) ? null : StoredInstant.Read(reader.GetDateTime(5))),
            ct);
    }

    public async Task<ImmutableArray<RetainedContact>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken ct)
    {
        CheckLimit(limit);
        await using var list = new NpgsqlCommand(ContactSql.ListDue);
        list.Parameters.AddWithValue("now", now.UtcDateTime);
        list.Parameters.AddWithValue("limit", limit);
        return await database.ReadAsync(
            list,
            isPrepared: false,
            async reader =>
            {
                var due = ImmutableArray.CreateBuilder<RetainedContact>();
                while (await reader.ReadAsync(ct))
                {
                    due.Add(new RetainedContact(new IncidentId(reader.GetGuid(0)), StoredInstant.Read(reader.GetDateTime(1))));
                }

                return due.ToImmutable();
            },
            ct);
    }

    public async Task<bool> RetainAsync(RetainedContact seen, DateTimeOffset until, CancellationToken ct)
    {
        await using var retain = Command(ContactSql.Retain, seen.Incident);
        retain.Parameters.AddWithValue("seen", StoredInstant.Of(seen.Until));
        retain.Parameters.AddWithValue("until", StoredInstant.Of(until));
        return await WriteAsync(retain, ct);
    }

    public async Task<bool> EraseAsync(IncidentId incident, DateTimeOffset at, CancellationToken ct)
    {
        await using var erase = Command(ContactSql.Erase, incident);
        erase.Parameters.AddWithValue("at", StoredInstant.Of(at));
        return await WriteAsync(erase, ct);
    }

    public async Task<bool> RemoveAsync(RetainedContact seen, CancellationToken ct)
    {
        await using var remove = Command(ContactSql.Remove, seen.Incident);
        remove.Parameters.AddWithValue("seen", StoredInstant.Of(seen.Until));
        return await WriteAsync(remove, ct);
    }

    public async Task<ImmutableArray<WrappedKey>> ListWrappedOtherwiseAsync(string keyId, IncidentId? after, int limit, CancellationToken ct)
    {
        CheckLimit(limit);
        await using var list = new NpgsqlCommand(after is null ? ContactSql.ListWrappedFirst : ContactSql.ListWrapped);
        list.Parameters.AddWithValue("key_id", keyId);
        list.Parameters.AddWithValue("limit", limit);
        if (after is { } last)
        {
            list.Parameters.AddWithValue("after", last.Value);
        }

        return await database.ReadAsync(
            list,
            isPrepared: false,
            async reader =>
            {
                var keys = ImmutableArray.CreateBuilder<WrappedKey>();
                while (await reader.ReadAsync(ct))
                {
                    keys.Add(new WrappedKey(new IncidentId(reader.GetGuid(0)), reader.GetString(1), Bytes(reader, 2)));
                }

                return keys.ToImmutable();
            },
            ct);
    }

    public async Task<bool> RewrapAsync(WrappedKey read, WrappedKey rewrapped, CancellationToken ct)
    {
        await using var rewrap = Command(ContactSql.Rewrap, read.Incident);
        rewrap.Parameters.AddWithValue("key_id", rewrapped.KeyId);
        rewrap.Parameters.AddWithValue("wrapped_key", Bytes(rewrapped.Bytes));
        rewrap.Parameters.AddWithValue("read_key_id", read.KeyId);
        rewrap.Parameters.AddWithValue("read_wrapped_key", Bytes(read.Bytes));
        return await WriteAsync(rewrap, ct);
    }

    private static void CheckLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
    }

    private static byte[] Bytes(ImmutableArray<byte> bytes) => ImmutableCollectionsMarshal.AsArray(bytes) ?? [];

    private static ImmutableArray<byte> Bytes(NpgsqlDataReader reader, int ordinal) =>
        reader.IsDBNull(ordinal) ? [] : ImmutableCollectionsMarshal.AsImmutableArray(reader.GetFieldValue<byte[]>(ordinal));

    private static NpgsqlCommand Command(string sql, IncidentId incident)
    {
        var command = new NpgsqlCommand(sql);
        command.Parameters.AddWithValue("incident_id", incident.Value);
        return command;
    }

    private async Task<bool> WriteAsync(NpgsqlCommand command, CancellationToken ct)
    {
        try
        {
            await using var connection = await database.OpenAsync(ct);
            command.Connection = connection;
            return await command.ExecuteNonQueryAsync(ct) == 1;
        }
        catch (NpgsqlException failure)
        {
            throw new JournalUnavailableException("The contacts could not be written.", failure);
        }
    }
}
