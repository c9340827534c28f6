using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GridActors.Process.Tests.Fuzz;

/// <summary>JSON like an example of the document: nearly all of its fields, here and there with another value that fits, with times of now and ids that are there.</summary>
internal sealed class RandomExample(Random random, RandomText text)
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>What stands for an id of the example, wherever it is named.</summary>
    private readonly Dictionary<string, string> _fresh = [];

    public byte[] Like(JsonElement example)
    {
        _fresh.Clear();
        return JsonSerializer.SerializeToUtf8Bytes(Vary("", example));
    }

    private JsonNode? Vary(string name, JsonElement example) => example.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(example.EnumerateObject().Where(_ => random.Next(15) > 0).Select(p => KeyValuePair.Create(p.Name, Vary(p.Name, p.Value)))),
        JsonValueKind.Array => new JsonArray([.. example.EnumerateArray().Select(e => Vary(name, e))]),
        JsonValueKind.String => Vary(name, example.GetString()!),
        JsonValueKind.Number when text.HasFitting(name) => JsonNode.Parse(text.FittingNumber(name)),
        _ => JsonNode.Parse(example.GetRawText()),
    };

    private string Vary(string name, string example)
    {
        if (name is "into" or "incidentId" or "trackingCode")
        {
            return text.Fitting(name);
        }

        if (Guid.TryParse(example, out _))
        {
            return _fresh.TryGetValue(example, out var known) ? known : _fresh[example] = text.Fresh();
        }

        if (DateOnly.TryParseExact(example, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return TimeProvider.System.GetUtcNow().AddDays(random.Next(30)).ToString(Day, CultureInfo.InvariantCulture);
        }

        return example.EndsWith("00Z", StringComparison.Ordinal) ? text.Time(name)
            : text.HasFitting(name) && random.Next(3) == 0 ? text.Fitting(name)
            : example;
    }
}
