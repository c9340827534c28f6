using System.Text.Json;

namespace GridActors.Process.Tests.Fuzz;

/// <summary>Takes ids and the like out of answers, for later requests.</summary>
internal static class LearnedAnswers
{
    private const int MaxItems = 5;

    private static readonly string[] _words = ["nextCursor", "trackingCode"];

    /// <param name="operation">What was asked.</param>
    public static void Learn(RandomText text, Operation operation, JsonElement answer)
    {
        var segments = operation.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var collection = segments.Contains("deliveries") ? "deliveries" : segments.Length > 1 ? segments[1] : "";
        Learn(text, collection, answer);
    }

    private static void Learn(RandomText text, string collection, JsonElement answer)
    {
        if (answer.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in answer.EnumerateArray().Take(MaxItems))
            {
                Learn(text, collection, item);
            }
        }

        if (answer.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        LearnIds(text, collection, answer);
        foreach (var inner in answer.EnumerateObject().Where(p => p.Name is "items" or "key" or "webhook" or "subscription" or "incident" or "rows" or "badge"))
        {
            Learn(text, inner.Name is "incident" ? RandomText.Incidents : inner.Name is "badge" ? "badges" : collection, inner.Value);
        }
    }

    private static void LearnIds(RandomText text, string collection, JsonElement answer)
    {
        var (id, code) = (TextOf(answer, "id"), TextOf(answer, "trackingCode"));
        if (collection == RandomText.Incidents && id is not null && code is not null)
        {
            text.KeepIncident(id, code);
        }
        else if (id is not null)
        {
            text.Keep(collection, id);
        }

        foreach (var word in _words.Where(w => w != "trackingCode" || id is null))
        {
            if (TextOf(answer, word) is { } value)
            {
                text.Keep(word, value);
            }
        }

        if (collection == "api-keys" && TextOf(answer, "secret") is { } secret)
        {
            text.Keep("secret", secret);
        }

        if (TextOf(answer, "badgeId") is { } badge)
        {
            text.Keep("badges", badge);
        }
    }

    private static string? TextOf(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
