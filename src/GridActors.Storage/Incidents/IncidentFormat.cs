using System.Text.Encodings.Web;
using System.Text.Json;
using GridActors.Core.Incidents;

namespace GridActors.Storage.Incidents;

/// <summary>The stored form of an incident's state. Both stores write the same bytes.</summary>
public static class IncidentFormat
{
    /// <summary>Writes Chinese as it is instead of escaping it: half the size, and readable in the database.</summary>
    internal static IncidentJson Json { get; } =
        new(new JsonSerializerOptions(IncidentJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static byte[] Write(Incident state) => JsonSerializer.SerializeToUtf8Bytes(state, Json.Incident);

    /// <exception cref="JsonException">The bytes are no incident.</exception>
    public static Incident Read(ReadOnlySpan<byte> state) =>
        JsonSerializer.Deserialize(state, Json.Incident) ?? throw new JsonException("The stored state is empty.");
}
