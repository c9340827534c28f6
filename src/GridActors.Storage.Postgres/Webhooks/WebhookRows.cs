using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Core.Webhooks;
using GridActors.Storage.Postgres.Incidents;
using GridActors.Storage.Webhooks;
using Npgsql;

namespace GridActors.Storage.Postgres.Webhooks;

/// <summary>Rows as records.</summary>
internal static class WebhookRows
{
    public static DateTimeOffset? ReadInstant(NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : StoredInstant.Read(reader.GetDateTime(ordinal));

    public static string? ReadText(NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);

    /// <summary>In the order of <see cref="WebhookSql.SubscriptionColumns"/>.</summary>
    public static WebhookSubscription ReadSubscription(NpgsqlDataReader reader) => new(
        new WebhookId(reader.GetGuid(0)),
        DivisionCode.Parse(reader.GetString(1)),
        reader.GetString(2),
        WebhookJson.ReadFilter(reader.GetString(3)),
        ReadText(reader, 4) is { } pause ? Enum.Parse<PauseReason>(pause) : null,
        StoredInstant.Read(reader.GetDateTime(5)),
        ReadInstant(reader, 6),
        ReadInstant(reader, 7));

    /// <summary>In the order of <see cref="WebhookSql.DeliveryColumns"/>.</summary>
    public static WebhookDelivery ReadDelivery(NpgsqlDataReader reader) => new(
        new DeliveryId(reader.GetGuid(0)),
        new IncidentId(reader.GetGuid(1)),
        reader.GetInt32(2),
        reader.GetString(3),
        Enum.Parse<DeliveryState>(reader.GetString(4)),
        StoredInstant.Read(reader.GetDateTime(5)),
        reader.GetInt32(6),
        ReadInstant(reader, 7),
        ReadInstant(reader, 8),
        ReadInstant(reader, 9),
        ReadText(reader, 10));

    /// <summary>In the order of <see cref="DeliverySql.Lease"/>.</summary>
    public static LeasedDelivery ReadLeased(NpgsqlDataReader reader) => new(
        new DeliveryId(reader.GetGuid(0)),
        new WebhookId(reader.GetGuid(1)),
        reader.GetString(2),
        new SealedSecret(reader.GetString(3), reader.GetFieldValue<byte[]>(4)),
        !reader.IsDBNull(7) && reader.GetBoolean(7) ? new SealedSecret(reader.GetString(5), reader.GetFieldValue<byte[]>(6)) : null,
        new IncidentId(reader.GetGuid(8)),
        reader.GetInt32(9),
        reader.GetString(10),
        reader.GetFieldValue<byte[]>(11),
        reader.GetInt32(12),
        StoredInstant.Read(reader.GetDateTime(13)));
}
