using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GridActors.Core.Incidents;
using GridActors.Storage.Contacts;
using GridActors.Storage.Incidents;
using GridActors.Storage.Sqlite.Incidents;
using Microsoft.Data.Sqlite;

namespace GridActors.Storage.Sqlite.Contacts;

/// <remarks>What is erased is overwritten with zeros in the file, and the log that has it as it was is emptied.</remarks>
public sealed class SqliteContactStore(SqliteDatabase database) : IContactStore
{
    private const int MaxLimit = 500;

    public Task<bool> AddAsync(StoredContact contact, CancellationToken ct)
    {
        var key = contact.Key ?? throw new ArgumentException("An erased contact is not added.", nameof(contact));
        return WriteAsync(
            connection =>
            {
                using var add = Command(connection, ContactSql.Add, contact.Incident);
                add.Parameters.AddWithValue("@key_id", key.KeyId);
                add.Parameters.AddWithValue("@wrapped_key", Bytes(key.Bytes));
                add.Parameters.AddWithValue("@nonce", Bytes(contact.Nonce));
                add.Parameters.AddWithValue("@ciphertext", Bytes(contact.Ciphertext));
                add.Parameters.AddWithValue("@retain_until", StoredInstant.Of(contact.RetainUntil));
                if (add.ExecuteNonQuery() == 1)
                {
                    return true;
                }

                using var extend = Command(connection, ContactSql.Extend, contact.Incident);
                extend.Parameters.AddWithValue("@retain_until", StoredInstant.Of(contact.RetainUntil));
                extend.ExecuteNonQuery();
                return false;
            },
            ct);
    }

    public Task<StoredContact?> FindAsync(IncidentId incident, CancellationToken ct) => database.ReadAsync(
        connection =>
        {
            using var find = Command(connection, ContactSql.Find, incident);
            using var reader = find.ExecuteReader();
            return !reader.Read() ? null : new StoredContact(
                incident,
                reader.IsDBNull(0) ? null : new WrappedKey(incident, reader.GetString(0), Bytes(reader, 1)),
                Bytes(reader, 2),
                Bytes(reader, 3),
                StoredInstant.Read(reader.GetInt64(4)),
                reader.IsDBNull(5) ? null : StoredInstant.Read(reader.GetInt64(5)));
        },
        ct);

    public Task<ImmutableArray<RetainedContact>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken ct)
    {
        CheckLimit(limit);
        return database.ReadAsync(
            connection =>
            {
                using var list = connection.CreateCommand();
                list.CommandText = ContactSql.ListDue;
                list.Parameters.AddWithValue("@now", now.ToUnixTimeMilliseconds());
                list.Parameters.AddWithValue("@limit", limit);
                using var reader = list.ExecuteReader();
                var due = ImmutableArray.CreateBuilder<RetainedContact>();
                while (reader.Read())
                {
                    due.Add(new RetainedContact(StoredId.Read(reader, 0), StoredInstant.Read(reader.GetInt64(1))));
                }

                return due.ToImmutable();
            },
            ct);
    }

    public Task<bool> RetainAsync(RetainedContact seen, DateTimeOffset until, CancellationToken ct) => WriteAsync(
        connection =>
        {
            using var retain = Command(connection, ContactSql.Retain, seen.Incident);
            retain.Parameters.AddWithValue("@seen", StoredInstant.Of(seen.Until));
            retain.Parameters.AddWithValue("@until", StoredInstant.Of(until));
            return retain.ExecuteNonQuery() == 1;
        },
        ct);

    public Task<bool> EraseAsync(IncidentId incident, DateTimeOffset at, CancellationToken ct) => WriteAsync(
        connection =>
        {
            using var erase = Command(connection, ContactSql.Erase, incident);
            erase.Parameters.AddWithValue("@at", StoredInstant.Of(at));
            return EmptyTheLog(connection, erase.ExecuteNonQuery() == 1);
        },
        ct);

    public Task<bool> RemoveAsync(RetainedContact seen, CancellationToken ct) => WriteAsync(
        connection =>
        {
            using var remove = Command(connection, ContactSql.Remove, seen.Incident);
            remove.Parameters.AddWithValue("@seen", StoredInstant.Of(seen.Until));
            return EmptyTheLog(connection, remove.ExecuteNonQuery() == 1);
        },
        ct);

    public Task<ImmutableArray<WrappedKey>> ListWrappedOtherwiseAsync(string keyId, IncidentId? after, int limit, CancellationToken ct)
    {
        CheckLimit(limit);
        return database.ReadAsync(
            connection =>
            {
                using var list = connection.CreateCommand();
                list.CommandText = after is null ? ContactSql.ListWrappedFirst : ContactSql.ListWrapped;
                list.Parameters.AddWithValue("@key_id", keyId);
                list.Parameters.AddWithValue("@limit", limit);
                if (after is { } last)
                {
                    list.Parameters.AddWithValue("@after", StoredId.Of(last));
                }

                using var reader = list.ExecuteReader();
                var keys = ImmutableArray.CreateBuilder<WrappedKey>();
                while (reader.Read())
                {
                    keys.Add(new WrappedKey(StoredId.Read(reader, 0), reader.GetString(1), Bytes(reader, 2)));
                }

                return keys.ToImmutable();
            },
            ct);
    }

    public Task<bool> RewrapAsync(WrappedKey read, WrappedKey rewrapped, CancellationToken ct) => WriteAsync(
        connection =>
        {
            using var rewrap = Command(connection, ContactSql.Rewrap, read.Incident);
            rewrap.Parameters.AddWithValue("@key_id", rewrapped.KeyId);
            rewrap.Parameters.AddWithValue("@wrapped_key", Bytes(rewrapped.Bytes));
            rewrap.Parameters.AddWithValue("@read_key_id", read.KeyId);
            rewrap.Parameters.AddWithValue("@read_wrapped_key", Bytes(read.Bytes));
            return rewrap.ExecuteNonQuery() == 1;
        },
        ct);

    private static bool EmptyTheLog(SqliteConnection connection, bool isErased)
    {
        if (isErased)
        {
            Execute(connection, ContactSql.EmptyTheLog);
        }

        return isErased;
    }

    private static void CheckLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
    }

    private static byte[] Bytes(ImmutableArray<byte> bytes) => ImmutableCollectionsMarshal.AsArray(bytes) ?? [];

    private static ImmutableArray<byte> Bytes(SqliteDataReader reader, int ordinal) =>
        reader.IsDBNull(ordinal) ? [] : ImmutableCollectionsMarshal.AsImmutableArray(reader.GetFieldValue<byte[]>(ordinal));

    private static SqliteCommand Command(SqliteConnection connection, string sql, IncidentId incident)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@incident_id", StoredId.Of(incident));
        return command;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private Task<bool> WriteAsync(Func<SqliteConnection, bool> write, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            using var connection = database.Open();
            Execute(connection, ContactSql.OverwriteWhatIsDeleted);
            return Task.FromResult(write(connection));
        }
        catch (SqliteException failure)
        {
            return Task.FromException<bool>(new JournalUnavailableException("The contacts could not be written.", failure));
        }
    }
}
