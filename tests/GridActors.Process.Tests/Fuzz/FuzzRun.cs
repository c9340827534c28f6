using System.Collections.Concurrent;
using System.Text.Json;

namespace GridActors.Process.Tests.Fuzz;

/// <summary>Sends random requests, learns from the answers, and keeps those that no request may have.</summary>
/// <param name="root">Where the host listens.</param>
internal sealed class FuzzRun(HttpClient http, Uri root, RandomRequests random)
{
    private const int MostShown = 600;

    private readonly ConcurrentDictionary<int, int> _statuses = new();
    private readonly ConcurrentDictionary<(string, string), bool> _done = new();
    private readonly Lock _lock = new();

    /// <summary>Request and answer, one line each.</summary>
    public ConcurrentQueue<string> Failures { get; } = new();

    public int Operations => random.Operations.Count;

    /// <summary>How many operations did something, or told something, at least once.</summary>
    public int DoneOperations => _done.Count;

    public async Task SendAsync(CancellationToken ct)
    {
        HttpRequestMessage request;
        Operation operation;
        lock (_lock)
        {
            (request, operation) = random.Next(root);
        }

        using (request)
        {
            var status = await TryAsync(request, operation, ct);
            _statuses.AddOrUpdate(status, 1, (_, n) => n + 1);
        }
    }

    public string Describe()
    {
        var never = random.Operations.Select(o => (o.Method, o.Path)).Except(_done.Keys).Select(o => $"{o.Item1} {o.Item2}").Order(StringComparer.Ordinal);
        return $"{string.Join(", ", _statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}"))}; {DoneOperations} of {Operations} operations done, never {string.Join(", ", never)}";
    }

    /// <returns>The status; 0 where the client itself would not send it.</returns>
    private async Task<int> TryAsync(HttpRequestMessage request, Operation operation, CancellationToken ct)
    {
        try
        {
            using var response = await http.SendAsync(request, ct);
            var body = await response.Content.ReadAsStringAsync(ct);
            var status = (int)response.StatusCode;
            if (status >= 500 && !(status == 501 && request.Method.Method is "TRACE" or "BREW"))
            {
                Failures.Enqueue($"{status} {await DescribeAsync(request, ct)}: {body}");
            }

            var answer = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) is true && body.Length > 0
                ? JsonSerializer.Deserialize<JsonElement>(body)
                : default;
            if (status is >= 200 and < 300 && request.Method.Method == operation.Method)
            {
                _done.TryAdd((operation.Method, operation.Path), true);
                LearnedAnswers.Learn(random.Text, operation, answer);
            }

            return status;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            Failures.Enqueue($"no answer in time {await DescribeAsync(request, ct)}");
            return -1;
        }
        catch (JsonException fault)
        {
            Failures.Enqueue($"an answer that is no JSON ({fault.Message}) {await DescribeAsync(request, ct)}");
            return -1;
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.InvalidResponse or HttpRequestError.ResponseEnded or HttpRequestError.Unknown)
        {
            // The server hangs up on a body that it does not read to its end, or the client refuses to send what it was given.
            return 0;
        }
    }

    private static async Task<string> DescribeAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(ct);
        return $"{request.Method} {request.RequestUri!.PathAndQuery} [{string.Join("; ", request.Headers.Select(h => $"{h.Key}: {string.Join(',', h.Value)}"))}] {body[..Math.Min(body.Length, MostShown)]}";
    }
}
