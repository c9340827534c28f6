using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace GridActors.Process.Tests;

/// <summary>Reports and commands as a client sends them.</summary>
internal static class Reports
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Whatever the answer is.</summary>
    public static async Task<Answer> TryReportAsync(this HttpClient http, string grid, string key, string description)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/incidents")
        {
            Content = JsonContent.Create(new { itemCode = "0101", gridCode = grid, description }),
        };
        request.Headers.Add("Idempotency-Key", key);
        return await http.TrySendAsync(request);
    }

    /// <summary>Whatever the answer is.</summary>
    public static async Task<Answer> TryCommandAsync(this HttpClient http, string id, string action, object? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/incidents/{id}/{action}");
        request.Content = body is null ? null : JsonContent.Create(body);
        return await http.TrySendAsync(request);
    }

    /// <summary>A grid of the demo region.</summary>
    public static async Task<string> FindGridAsync(this HttpClient http)
    {
        var code = "652300000000";
        while (code.Length == 12)
        {
            var children = await http.GetFromJsonAsync<JsonElement>($"/v1/divisions/{code}/children", Ct);
            code = children.GetProperty("items").EnumerateArray().First().GetProperty("code").GetString()!;
        }

        return code;
    }

    private static async Task<Answer> TrySendAsync(this HttpClient http, HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request, Ct);
        return new Answer(
            response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.RetryAfter?.Delta,
            await response.Content.ReadFromJsonAsync<JsonElement>(Ct));
    }

    internal sealed record Answer(HttpStatusCode Status, string? MediaType, TimeSpan? RetryAfter, JsonElement Body)
    {
        public bool IsDone => (int)Status is >= 200 and < 300;

        /// <summary>The client may send the same again later; nothing says that it was in vain.</summary>
        public bool IsToBeRepeated => Status == HttpStatusCode.ServiceUnavailable
            && RetryAfter > TimeSpan.Zero && MediaType == "application/problem+json" && Code is "journal_busy" or "unavailable";

        public string Id => Body.GetProperty("id").GetString()!;

        public string Code => Body.GetProperty("code").GetString()!;

        public int Version => Body.GetProperty("version").GetInt32();

        public override string ToString() => $"{(int)Status} {MediaType} {Body}";
    }
}
