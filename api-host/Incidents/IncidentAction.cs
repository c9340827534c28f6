using System.Text.Json;

namespace GridActors.ApiHost.Incidents;

/// <summary>On the endpoint of a command: its last segment, and how its body is read, for whoever takes commands by other ways.</summary>
/// <param name="Read">From a body that may be left out.</param>
internal sealed record IncidentAction(string Name, Func<JsonElement?, JsonSerializerOptions, ICommandBody> Read)
{
    public static IncidentAction Of<TBody>(string name)
        where TBody : class, ICommandBody, new() => new(name, static (body, options) => body?.Deserialize<TBody>(options) ?? new TBody());
}
