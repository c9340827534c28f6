using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace GridActors.Api.Tests;

/// <summary>Calls as a client makes them.</summary>
internal static class ApiCalls
{
    public static Task<ApiAnswer> GetAsync(this IApiClient api, string path, params (string Name, string Value)[] headers) =>
        api.SendAsync(HttpMethod.Get, path, null, headers);

    public static Task<ApiAnswer> PostAsync(this IApiClient api, string path, object? body, params (string Name, string Value)[] headers) =>
        api.SendAsync(HttpMethod.Post, path, body is null ? null : JsonContent(JsonSerializer.Serialize(body)), headers);

    public static Task<ApiAnswer> PostTextAsync(this IApiClient api, string path, string json, params (string Name, string Value)[] headers) =>
        api.SendAsync(HttpMethod.Post, path, JsonContent(json), headers);

    public static async Task<ApiAnswer> SendAsync(this IApiClient api, HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = api.Authorization;
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value), $"The client refuses the header {name}.");
        }

        var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return new ApiAnswer(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Files a report that is taken.</summary>
    public static async Task<ApiAnswer> ReportAsync(this IApiClient api, string item = Demo.TownshipItem, string grid = Demo.Grid)
    {
        var answer = await api.PostAsync("/v1/incidents", new { itemCode = item, gridCode = grid, description = "A lid is missing." });
        Assert.True(answer.Number == 201, answer.Text);
        return answer;
    }

    /// <summary>Does something that is done.</summary>
    public static async Task<ApiAnswer> DoAsync(this IApiClient api, string id, string action, object? body = null)
    {
        var answer = await api.TryAsync(id, action, body);
        Assert.True(answer.Number == 200, $"{action}: {answer.Text}");
        return answer;
    }

    public static Task<ApiAnswer> TryAsync(this IApiClient api, string id, string action, object? body = null, params (string Name, string Value)[] headers) =>
        api.PostAsync($"/v1/incidents/{id}/{action}", body, headers);

    private static StringContent JsonContent(string json) => new(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
}
