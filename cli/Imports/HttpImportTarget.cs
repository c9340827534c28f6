using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using GridActors.Hosting.Imports;

namespace GridActors.Cli.Imports;

/// <summary>Imports into a running instance, through its API.</summary>
internal sealed class HttpImportTarget(Uri url, AuthenticationHeaderValue? authorization) : IImportTarget
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private readonly HttpClient _http = new() { BaseAddress = url, Timeout = Timeout.InfiniteTimeSpan, DefaultRequestHeaders = { Authorization = authorization } };

    /// <exception cref="HttpRequestException">The instance does not answer, or refuses the whole file.</exception>
    public async Task<ImportReport> ImportAsync(ImportKind kind, FileInfo file, IProgress<int> progress, CancellationToken ct)
    {
        using var body = new StreamContent(file.OpenRead());
        body.Headers.ContentType = new MediaTypeHeaderValue("text/csv", "utf-8");
        using var response = await _http.PostAsync(new Uri($"v1/imports/{JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString())}", UriKind.Relative), body, ct);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"{url} answered {(int)response.StatusCode}: {await ReadReasonAsync(response, ct)}");
        }

        return await response.Content.ReadFromJsonAsync<ImportReport>(_json, ct) ?? throw new HttpRequestException($"{url} answered without a report.");
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<string> ReadReasonAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var text = await response.Content.ReadAsStringAsync(ct);
        try
        {
            using var problem = JsonDocument.Parse(text);
            return problem.RootElement.TryGetProperty("detail", out var detail) || problem.RootElement.TryGetProperty("title", out detail) ? detail.ToString() : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
