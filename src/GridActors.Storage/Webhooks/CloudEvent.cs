using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using GridActors.Core.Catalogue;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Webhooks;

/// <summary>
/// An event of an incident as receivers get it: CloudEvents 1.0, structured. It has what is on the incident's public side:
/// no text that anybody wrote, no tracking code, nothing about a person.
/// </summary>
/// <param name="Id">The incident's id and its version: the same however often it is sent.</param>
/// <param name="Subject">The incident.</param>
public sealed record CloudEvent(
    [property: JsonPropertyName("specversion")] string SpecVersion,
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("source")] string Source,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("subject")] string Subject,
    [property: JsonPropertyName("time")] DateTime Time,
    [property: JsonPropertyName("datacontenttype")] string DataContentType,
    [property: JsonPropertyName("data")] CloudEventData Data)
{
    public const string MediaType = "application/cloudevents+json";

    private const string TypePrefix = "gridactors.";

    private static readonly FrozenDictionary<string, string> _shortNames = IncidentEventKinds.All.ToFrozenDictionary(k => k, k => k.Split('.')[1]);

    /// <summary>The stored kind without its family and its format: <c>incident.accepted.v1</c> is <c>accepted</c>.</summary>
    public static string KindOf(IncidentEvent change) => _shortNames[IncidentEventKinds.KindOf(change)];

    /// <summary>Whether there are events of a kind.</summary>
    public static bool IsKind(string kind) => _shortNames.Values.Contains(kind);

    /// <summary>What a receiver tells one event from another by.</summary>
    public static string IdOf(IncidentId incident, int version) => $"{incident}:{version}";

    public static string TypeOf(string kind) => TypePrefix + kind;

    /// <summary>The bytes that are sent.</summary>
    /// <param name="incident">Once the event had happened.</param>
    public static byte[] Write(Incident incident, IncidentEvent change) => JsonSerializer.SerializeToUtf8Bytes(Of(incident, change), WebhookJson.Default.CloudEvent);

    private static CloudEvent Of(Incident incident, IncidentEvent change) => new(
        "1.0",
        IdOf(incident.Id, incident.Version),
        $"urn:gridactors:county:{incident.Place.County}",
        TypeOf(KindOf(change)),
        incident.Id.ToString(),
        change.At.UtcDateTime,
        "application/json",
        CloudEventData.Of(incident));
}

/// <summary>The incident once the event had happened.</summary>
/// <param name="PlaceCode">The grid it is filed under (15 digits), or the division where it is filed under none (12).</param>
/// <param name="HandleDueAt">Null until it is accepted, and while it is suspended.</param>
/// <param name="Outcome">Null while it is open.</param>
public sealed record CloudEventData(
    IncidentId IncidentId,
    int Version,
    string Phase,
    ItemCode ItemCode,
    Severity Severity,
    string PlaceCode,
    CloudEventHolder Holder,
    DateTime ReportedAt,
    DateTime AcceptDueAt,
    DateTime? HandleDueAt,
    string? Outcome)
{
    internal static CloudEventData Of(Incident incident) => new(
        incident.Id,
        incident.Version,
        NameOf(incident.Phase),
        incident.Item.Code,
        incident.Item.Severity,
        incident.Place.PlaceCode,
        new CloudEventHolder(NameOf(incident.Holder.Tier), incident.Holder.PlaceCode),
        incident.ReportedAt.UtcDateTime,
        incident.AcceptDue.At.UtcDateTime,
        incident.HandleDue?.At.UtcDateTime,
        incident.Outcome is { } outcome ? NameOf(outcome) : null);

    /// <summary>As the HTTP API writes it.</summary>
    private static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}

/// <summary>The post that has to act.</summary>
/// <param name="DivisionCode">Twelve digits, or the fifteen of a grid.</param>
public sealed record CloudEventHolder(string Tier, string DivisionCode);
