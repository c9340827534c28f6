using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GridActors.Hosting.Demo;
using GridActors.Hosting.Imports;

namespace GridActors.Process.Tests.Fuzz;

/// <summary>Requests after the OpenAPI document and beside it. The same seed and the same answers make the same requests.</summary>
internal sealed partial class RandomRequests
{
    private static readonly string[] _methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW"];
    private static readonly string[] _mediaTypes = ["application/json", "application/json; charset=utf-16", "text/csv", "text/plain", "application/xml", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "", "x"];
    private static readonly string[] _headers = ["Idempotency-Key", "If-Match", "If-None-Match", "Accept", "Accept-Language", "X-Forwarded-For", "Origin", "Range", "traceparent", "Content-Encoding", "Expect", "X-HTTP-Method-Override", "Authorization"];

    private readonly Random _random;
    private readonly RandomJson _json;
    private readonly RandomExample _example;
    private readonly Logins _logins;
    private readonly IReadOnlyList<Operation> _operations;
    private readonly Operation _report;
    private bool _isTame;

    /// <param name="dataDirectory">Of the host.</param>
    public RandomRequests(int seed, JsonElement document, string dataDirectory)
    {
        _random = new Random(seed);
        Text = new RandomText(_random);
        _json = new RandomJson(_random, Text, document);
        _example = new RandomExample(_random, Text);
        _logins = new Logins(dataDirectory, _random);
        _operations = Operation.AllOf(document);
        _report = _operations.Single(o => o is { Method: "POST", Path: "/v1/incidents" });
    }

    /// <summary>What goes into the requests, and learns from the answers.</summary>
    public RandomText Text { get; }

    public IReadOnlyList<Operation> Operations => _operations;

    /// <param name="root">Where the host listens.</param>
    public (HttpRequestMessage Request, Operation Operation) Next(Uri root)
    {
        // Half of them are what a client would send, so that the others find something to break.
        _isTame = _random.Next(2) == 0;
        var operation = _random.Next(8) == 0 ? _report : _operations[_random.Next(_operations.Count)];
        var method = !_isTame && _random.Next(12) == 0 ? _methods[_random.Next(_methods.Length)] : operation.Method;
        var path = PathOf(operation);
        var address = root.ToString().TrimEnd('/') + path + QueryOf(operation);
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (method is not ("GET" or "HEAD" or "TRACE") && (operation.Body.ValueKind != JsonValueKind.Undefined || _random.Next(20) == 0))
        {
            request.Content = ContentOf(operation, path);
        }

        AddHeaders(request, operation);
        return (request, operation);
    }

    private string PathOf(Operation operation)
    {
        var segments = operation.Path.Split('/');
        var path = string.Join('/', segments.Select((segment, i) => Fill(segment, i == 0 ? "" : segments[i - 1])));
        return _isTame ? path : _random.Next(20) switch
        {
            0 => path + "/" + Escape(Text.Next()),
            1 => path.ToUpperInvariant(),
            2 => path + "//",
            3 => path.Replace("/v1/", "/v1/./../v1/", StringComparison.Ordinal),
            _ => path,
        };
    }

    /// <summary>A segment with its placeholders filled; Open311 has two in one.</summary>
    private string Fill(string segment, string collection) =>
        Placeholder().Replace(segment, m => Escape(_isTame || _random.Next(4) == 0 ? Text.FittingIn(collection, m.Groups[1].Value) : Text.Next()));

    private string QueryOf(Operation operation)
    {
        var parameters = operation.Parameters.Where(p => p.GetProperty("in").GetString() == "query" && _random.Next(_isTame ? 2 : 3) > 0)
            .Select(p => (Name: p.GetProperty("name").GetString()!, Schema: p.TryGetProperty("schema", out var schema) ? schema : default)).ToList();
        if (!_isTame && _random.Next(20) == 0)
        {
            parameters.Add((Text.Next(), default));
        }

        if (!_isTame && parameters.Count > 0 && _random.Next(20) == 0)
        {
            parameters.Add(parameters[0]);
        }

        return parameters.Count == 0 ? "" : "?" + string.Join('&', parameters.Select(p => $"{Escape(p.Name)}={Escape(_isTame ? _json.Parameter(p.Name, p.Schema) : Text.Next())}"));
    }

    private ByteArrayContent ContentOf(Operation operation, string path)
    {
        var bytes = operation.MediaType switch
        {
            Operation.Json when _isTame && operation.Example.ValueKind != JsonValueKind.Undefined && _random.Next(3) > 0 => _example.Like(operation.Example),
            Operation.Json => _json.Body(operation.Body, _isTame),
            Operation.Form => Encoding.ASCII.GetBytes(FormOf(operation)),
            _ when _isTame && ImportWords.TryRead<ImportKind>(path.Split('/')[^1], out var kind) => Encoding.UTF8.GetBytes(SomeOf(kind)),
            _ => Encoding.UTF8.GetBytes(Text.Next()),
        };
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

    private string FormOf(Operation operation) => !operation.Body.TryGetProperty("properties", out var fields) ? ""
        : string.Join('&', fields.EnumerateObject().Where(_ => _random.Next(5) > 0).Select(f => $"{Escape(f.Name)}={Escape(_isTame ? Text.Fitting(f.Name) : Text.Next())}"));

    /// <summary>The first line of a shipped file, and up to three of the others.</summary>
    private string SomeOf(ImportKind kind)
    {
        using var file = DemoRegion.Open(kind);
        var lines = file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', Enumerable.Range(0, _random.Next(4)).Select(_ => lines[_random.Next(1, lines.Length)]).Prepend(lines[0]));
    }

    private void AddHeaders(HttpRequestMessage request, Operation operation)
    {
        foreach (var parameter in operation.Parameters.Where(p => p.GetProperty("in").GetString() == "header" && _random.Next(_isTame ? 5 : 2) == 0))
        {
            request.Headers.TryAddWithoutValidation(parameter.GetProperty("name").GetString()!, OneLine(_isTame ? Text.Fitting(parameter.GetProperty("name").GetString()!) : Text.Next()));
        }

        if (_logins.Next(Text) is { } shown)
        {
            request.Headers.TryAddWithoutValidation("Authorization", OneLine(shown));
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

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Placeholder();
}
