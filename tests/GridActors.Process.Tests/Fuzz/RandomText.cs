using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace GridActors.Process.Tests.Fuzz;

/// <summary>Text that people write, and text that nobody should.</summary>
internal sealed class RandomText(Random random)
{
    /// <summary>The collection that most of what is kept belongs to.</summary>
    public const string Incidents = "incidents";

    private const int MaxKept = 200;
    private const int Newest = 12;

    private static readonly string[] _pieces =
    [
        "", " ", "a", "0", "-1", "true", "null", "井盖缺失", "مرحبا", "😀", "🇨🇳", "é", "e\u0301", "\u200F", "\u202E", "\u2066", "\u2069", "\uFEFF", "\uFFFD", "\uFFFF", "\u2028",
        "\0", "\a", "\u001B[31m", "\u007F", "\u0085", "\r\n", "\t", "\\", "\"", "'", "';--", "<script>", "{{7*7}}", "${jndi:ldap://x}", "%00", "%FF", "%ED%A0%80", "%2e%2e%2f", "../", "=1+1", "%s%n",
        "9223372036854775808", "1e309", "NaN", "0x10", "１２３", "2025-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999-14:00", "0001-01-01T00:00:00+14:00",
    ];

    /// <summary>What the demo region has, so that some requests come far.</summary>
    private static readonly string[] _known =
    [
        "652300000000", "652390000000", "652390001000", "652390001001", "652390001001001", "652390001001002", "652390001001801", "yd-1001", "yd-1002",
        "0101", "0105", "0502", "1201", "current", "draft", "1", "2", "652390000000/housing", "day", "grid", "reported", "csv", "\"1\"", "*",
    ];

    /// <summary>What a field or parameter of this name takes.</summary>
    private static readonly Dictionary<string, string[]> _fitting = new()
    {
        ["code"] = ["652390000000", "652390001000", "652390001001", "652390001001001", "652390001001801"],
        ["county"] = ["652390000000", "652390000000", "652300000000"],
        ["division"] = ["652390000000", "652390001000"],
        ["divisionCode"] = ["652390000000", "652390001000", "652390100000"],
        ["under"] = ["652390000000", "652390001000", "652390001001", "652390001001001", "652390100000"],
        ["grid"] = ["652390001001001", "652390100201001"],
        ["gridCode"] = ["652390001001001", "652390001001002", "652390001001801", "652390100201001"],
        ["codes"] = ["652390001001001", "652390001001002", "652390100001001"],
        ["address_id"] = ["652390001001001", "652390100201001"],
        ["itemCode"] = ["0101", "0105", "0502", "1201", "1202"],
        ["item"] = ["0101", "0502"],
        ["items"] = ["0101", "0105"],
        ["service_code"] = ["0101", "0105", "0502"],
        ["by"] = ["652390001000", "652390000000", "652390001001", "652300000000", "yd-1001", "yd-1002", "652390000000/housing", "day", "grid", "worker", "department", "division"],
        ["reportedBy"] = ["yd-1001", "phone-7"],
        ["channel"] = ["app"],
        ["workerId"] = ["yd-1001", "yd-1002", "yd-1004"],
        ["worker"] = ["yd-1001"],
        ["to"] = ["yd-1002", "2026-12-31", "draft", "current", "652390001001002"],
        ["from"] = ["2026-11-01", "current", "1", "652390001001001"],
        ["lead"] = ["652390000000/housing", "652390000000/fire", "652390000000/urban-management"],
        ["coHandlers"] = ["652390000000/water-company", "652390000000/housing", "652390100000/fire"],
        ["department"] = ["652390000000/housing", "652390000000/fire", "652390000000/urban-management"],
        ["verifiedBy"] = ["652390001000"],
        ["grants"] = ["centre_operator:652390001", "supervisor:652390", "worker:652390001001001:yd-1001", "department:652390:652390000000/housing", "administrator:652390"],
        ["url"] = ["https://example.org/hook"],
        ["command"] = ["accept", "start", "result", "note", "close", "void", "assign", "forward"],
        ["start"] = ["09:00", "00:00"],
        ["end"] = ["18:00", "23:59"],
        ["limit"] = ["1", "50", "200"],
        ["page"] = ["1", "2"],
        ["page_size"] = ["1", "50"],
        ["status"] = ["open", "closed"],
        ["format"] = ["json", "xml"],
        ["jurisdiction_id"] = ["652390000000"],
        ["start_date"] = ["2026-11-01T00:00:00Z"],
        ["end_date"] = ["2026-11-30T00:00:00Z"],
        ["about"] = ["yd-1001"],
        ["kind"] = ["divisions", "departments", "holidays", "catalogue", "grids", "workers"],
        ["number"] = ["1", "2"],
        ["lat"] = ["44.01", "44.05", "44.09"],
        ["lon"] = ["83.01", "83.05", "83.21"],
        ["long"] = ["83.01", "83.05", "83.21"],
        ["score"] = ["1", "3", "5"],
        ["If-Match"] = ["*", "*", "*", "\"1\"", "\"2\""],
        ["If-None-Match"] = ["*", "\"1\"", "\"2\""],
        ["description"] = ["井盖缺失", "A lid is missing."],
        ["reason"] = ["It rattles."],
        ["result"] = ["A new lid."],
        ["text"] = ["By the school."],
        ["purpose"] = ["To ask where the lid is"],
        ["name"] = ["Hotline desk", "南园第一网格"],
    };

    /// <summary>What an address with a placeholder behind this word takes, where no answer has told of any.</summary>
    private static readonly Dictionary<string, string[]> _collections = new()
    {
        ["divisions"] = ["652300000000", "652390000000", "652390001000", "652390001001", "652390100000"],
        ["grids"] = ["652390001001001", "652390001001002", "652390001001801", "652390100201001"],
        ["workers"] = ["yd-1001", "yd-1002", "yd-1004"],
    };

    private readonly Lock _lock = new();

    /// <summary>Ids, codes and cursors that answers had, by the name of their field or collection; the newest last.</summary>
    private readonly Dictionary<string, List<string>> _seen = [];

    /// <summary>The tracking codes of incidents, by their ids.</summary>
    private readonly Dictionary<string, string> _codes = [];

    private string _incident = Guid.Empty.ToString();

    public void Keep(string name, string text)
    {
        lock (_lock)
        {
            var kept = _seen.TryGetValue(name, out var known) ? known : _seen[name] = [];
            kept.Add(text);
            if (kept.Count > MaxKept)
            {
                _codes.Remove(kept[0]);
                kept.RemoveAt(0);
            }
        }
    }

    public void KeepIncident(string id, string trackingCode)
    {
        lock (_lock)
        {
            if (_codes.TryAdd(id, trackingCode))
            {
                Keep(Incidents, id);
                Keep("trackingCode", trackingCode);
            }
        }
    }

    /// <summary>Mostly something that fits; otherwise, and where nothing is known to fit, something that was seen.</summary>
    public string Fitting(string name) => name switch
    {
        "into" or "incidentId" => Seen(Incidents),
        "cursor" => Seen("nextCursor"),
        "trackingCode" or "service_request_id" => CodeOfIncident(),
        "Idempotency-Key" => random.Next(5) == 0 ? $"key-{random.Next(20)}" : Fresh(),
        _ when _fitting.TryGetValue(name, out var words) && random.Next(20) > 0 => words[random.Next(words.Length)],
        _ => Seen(name),
    };

    /// <param name="collection">The word of the address before the placeholder.</param>
    /// <param name="name">Of the placeholder.</param>
    public string FittingIn(string collection, string name)
    {
        if (collection == Incidents)
        {
            return _incident = Seen(Incidents);
        }

        return _collections.TryGetValue(collection, out var known) ? known[random.Next(known.Length)] : TrySeen(collection, out var seen) ? seen : Fitting(name);
    }

    public bool HasFitting(string name) => _fitting.ContainsKey(name);

    /// <summary>Always what fits: something that was seen might be no number.</summary>
    public string FittingNumber(string name) => _fitting[name][random.Next(_fitting[name].Length)];

    /// <summary>An instant of these weeks, on the side of now where the field has to be.</summary>
    public string Time(string name)
    {
        var minutes = name switch
        {
            "capturedAt" => random.Next(-8_000, 0),
            "expiresAt" or "until" => random.Next(60, 400_000),
            _ => random.Next(-20_000, 20_000),
        };
        return TimeProvider.System.GetUtcNow().AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    /// <summary>An id that nothing has.</summary>
    public string Fresh()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    public string Next() => random.Next(10) switch
    {
        0 or 1 or 2 => _known[random.Next(_known.Length)],
        3 or 4 or 5 => Seen(Incidents),
        6 or 7 => _pieces[random.Next(_pieces.Length)],
        8 => string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => _pieces[random.Next(_pieces.Length)])),
        _ => Noise(random.Next(10) == 0 ? random.Next(20_000) : random.Next(64)),
    };

    /// <summary>Any code units, halves of surrogate pairs among them.</summary>
    private string Noise(int length)
    {
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++)
        {
            text.Append((char)(random.Next(3) == 0 ? random.Next(0xD7F0, 0xE010) : random.Next(0x10000)));
        }

        return text.ToString();
    }

    /// <summary>Half of the time one of the newest, so that some things come far.</summary>
    public bool TrySeen(string name, [NotNullWhen(true)] out string? text)
    {
        lock (_lock)
        {
            text = _seen.TryGetValue(name, out var kept) ? kept[random.Next(2) == 0 ? random.Next(kept.Count) : Math.Max(0, kept.Count - 1 - random.Next(Newest))] : null;
            return text is not null;
        }
    }

    private string Seen(string name) => TrySeen(name, out var text) ? text : Guid.Empty.ToString();

    /// <summary>Mostly of the incident that the address named last.</summary>
    private string CodeOfIncident()
    {
        lock (_lock)
        {
            return random.Next(5) > 0 && _codes.TryGetValue(_incident, out var code) ? code : Seen("trackingCode");
        }
    }
}
