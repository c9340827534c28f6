using System.Text.Json;

namespace GridActors.Process.Tests.Fuzz;

/// <summary>Requests after the OpenAPI document and beside it. The same seed and the same answers make the same requests.</summary>
internal sealed class RandomRequests
{
    private static readonly string[] _methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW"];
    private static readonly string[] _mediaTypes = ["application/json", "application/json; charset=utf-16", "text/csv", "text/plain", "application/xml", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "", "x"];
    private static readonly string[] _headers = ["Idempotency-Key", "If-Match", "If-None-Match", "Accept", "Accept-Language", "X-Forwarded-For", "Origin", "Range", "traceparent", "Content-Encoding", "Expect", "X-HTTP-Method-Override"];

    private readonly Random _random;
    private readonly RandomJson _json;
    private readonly IReadOnlyList<Operation> _operations;
    private bool _isTame;

    public RandomRequests(int seed, JsonElement document)
    {
        _random = new Random(seed);
        Text = new RandomText(_random);
        _json = new RandomJson(_random, Text, document);
        _operations = Operation.AllOf(document);
    }

    /// <summary>What goes into the requests, and learns from the answers.</summary>
    public RandomText Text { get; }

    /// <param name="root">Where the host listens.</param>
    public HttpRequestMessage Next(Uri root)
    {
        // Half of them are what a client would send, so that the others find something to break.
        _isTame = _random.Next(2) == 0;
        var operation = _operations[_random.Next(_operations.Count)];
        var method = !_isTame && _random.Next(12) == 0 ? _methods[_random.Next(_methods.Length)] : operation.Method;
        var address = root.ToString().TrimEnd('/') + PathOf(operation) + QueryOf(operation);
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (method is not ("GET" or "HEAD" or "TRACE") && (operation.Body.ValueKind != JsonValueKind.Undefined || _random.Next(20) == 0))
        {
            request.Content = ContentOf(operation);
        }

        AddHeaders(request, operation);
        return request;
    }

    private string PathOf(Operation operation)
    {
        var path = string.Join('/', operation.Path.Split('/').Select(segment => segment.StartsWith('{') ? Escape(_isTame ? IdFor(operation, segment.Trim('{', '}')) : Text.Next()) : segment));
        return _isTame ? path : _random.Next(20) switch
        {
            0 => path + "/" + Escape(Text.Next()),
            1 => path.ToUpperInvariant(),
            2 => path + "//",
            3 => path.Replace("/v1/", "/v1/./../v1/", StringComparison.Ordinal),
            _ => path,
        };
    }

    private string IdFor(Operation operation, string name) =>
        name == "id" && operation.Path.StartsWith("/v1/workers/", StringComparison.Ordinal) ? Text.Fitting("workerId") : Text.Fitting(name);

    private string QueryOf(Operation operation)
    {
        var parameters = operation.Parameters.Where(p => p.GetProperty("in").GetString() == "query" && _random.Next(3) > 0).Select(p => p.GetProperty("name").GetString()!).ToList();
        if (!_isTame && _random.Next(20) == 0)
        {
            parameters.Add(Text.Next());
        }

        if (!_isTame && parameters.Count > 0 && _random.Next(20) == 0)
        {
            parameters.Add(parameters[0]);
        }

        return parameters.Count == 0 ? "" : "?" + string.Join('&', parameters.Select(p => $"{Escape(p)}={Escape(_isTame ? Text.Fitting(p) : Text.Next())}"));
    }

    private ByteArrayContent ContentOf(Operation operation)
    {
        var bytes = operation.MediaType == "application/json" ? _json.Body(operation.Body, _isTame) : System.Text.Encoding.UTF8.GetBytes(Text.Next());
        if (!_isTame && _random.Next(100) == 0)
        {
            bytes = new byte[_random.Next(70_000)];
            _random.NextBytes(bytes);
        }

        var content = new ByteArrayContent(bytes);
        var mediaType = !_isTame && _random.Next(12) == 0 ? _mediaTypes[_random.Next(_mediaTypes.Length)] : operation.MediaType;
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return content;
    }

    private void AddHeaders(HttpRequestMessage request, Operation operation)
    {
        foreach (var parameter in operation.Parameters.Where(p => p.GetProperty("in").GetString() == "header" && _random.Next(2) == 0))
        {
            request.Headers.TryAddWithoutValidation(parameter.GetProperty("name").GetString()!, OneLine(_isTame ? Text.Fitting(parameter.GetProperty("name").GetString()!) : Text.Next()));
        }

        if (!_isTame && _random.Next(5) == 0)
        {
            request.Headers.TryAddWithoutValidation(_headers[_random.Next(_headers.Length)], OneLine(Text.Next()));
        }
    }

    /// <summary>No client library sends these.</summary>
    private static string OneLine(string text) => string.Concat(text.Where(c => c is not ('\r' or '\n' or '\0') && !char.IsSurrogate(c)));

    /// <summary>Mostly as it has to be; now and then as it comes, as far as that can be sent.</summary>
    private string Escape(string text)
    {
        var clean = string.Concat(text.Where(c => !char.IsSurrogate(c)));
        return !_isTame && _random.Next(15) == 0 && clean.All(c => c is > ' ' and < '\u007f' and not ('#' or '?' or '\\')) ? clean : Uri.EscapeDataString(clean);
    }
}
