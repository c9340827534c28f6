using System.Collections.Immutable;
using GridActors.Core.Divisions;
using GridActors.Core.Webhooks;
using GridActors.Storage.Sqlite.Incidents;
using GridActors.Storage.Webhooks;
using Microsoft.Data.Sqlite;

namespace GridActors.Storage.Sqlite.Webhooks;

/// <summary>Rows as records.</summary>
internal static class WebhookRows
{
    public static byte[] IdOf(Guid id) => id.ToByteArray(bigEndian: true);

    public static Guid ReadId(SqliteDataReader reader, int ordinal) => new(reader.GetFieldValue<byte[]>(ordinal), bigEndian: true);

    public static DateTimeOffset? ReadInstant(SqliteDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : StoredInstant.Read(reader.GetInt64(ordinal));

    public static string? ReadText(SqliteDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);

    /// <summary>In the order of <see cref="WebhookSql.SubscriptionColumns"/>.</summary>
    public static WebhookSubscription ReadSubscription(SqliteDataReader reader) => new(
        new WebhookId(ReadId(reader, 0)),
        DivisionCode.Parse(reader.GetString(1)),
        reader.GetString(2),
        WebhookJson.ReadFilter(reader.GetString(3)),
        ReadText(reader, 4) is { } pause ? Enum.Parse<PauseReason>(pause) : null,
        StoredInstant.Read(reader.GetInt64(5)),
        ReadInstant(reader, 6),
        ReadInstant(reader, 7));

    /// <summary>In the order of <see cref="WebhookSql.DeliveryColumns"/>.</summary>
    public static WebhookDelivery ReadDelivery(SqliteDataReader reader) => new(
        new DeliveryId(ReadId(reader, 0)),
        StoredId.Read(reader, 1),
        reader.GetInt32(2),
        reader.GetString(3),
        Enum.Parse<DeliveryState>(reader.GetString(4)),
        StoredInstant.Read(reader.GetInt64(5)),
        reader.GetInt32(6),
        ReadInstant(reader, 7),
        ReadInstant(reader, 8),
        ReadInstant(reader, 9),
        ReadText(reader, 10));

    public static ImmutableArray<T> ReadAll<T>(SqliteCommand command, Func<SqliteDataReader, T> read)
    {
        using var reader = command.ExecuteReader();
        var rows = ImmutableArray.CreateBuilder<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows.ToImmutable();
    }
}
