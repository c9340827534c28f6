using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GridActors.ApiHost.Json;
using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Incidents;

/// <summary>The fields of an event as the timeline shows them: posts as everywhere in the API, without what every entry says anyway, and without a trace of the reporter.</summary>
internal static class TimelineData
{
    private static readonly HashSet<string> _ofEveryEntry = ["at", "by"];
    private static readonly HashSet<string> _ofTheReporter = ["reportedBy", "digest"];
    private static readonly HashSet<string> _ofAnotherReporter = ["trackingCode"];
    private static readonly JsonSerializerOptions _options = CreateOptions();

    public static JsonElement Write(IncidentEvent change) => JsonSerializer.SerializeToElement(change, change.GetType(), _options);

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { IgnoreReadOnlyProperties = true };
        ApiJson.Configure(options);
        options.TypeInfoResolverChain.Clear();
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Hide } };
        options.Converters.Add(new PostConverter());
        options.MakeReadOnly();
        return options;
    }

    private static void Hide(JsonTypeInfo type)
    {
        HashSet<string> hidden =
        [
            .. typeof(IncidentEvent).IsAssignableFrom(type.Type) ? _ofEveryEntry : [],
            .. type.Type == typeof(ReportContent) ? _ofTheReporter : [],
            .. type.Type == typeof(ReporterJoined) ? _ofAnotherReporter : [],
        ];
        foreach (var property in type.Properties.Where(p => hidden.Contains(p.Name)).ToList())
        {
            type.Properties.Remove(property);
        }
    }

    private sealed class PostConverter : JsonConverter<Post>
    {
        public override Post Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Post value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, PostResource.Of(value), options);
    }
}
