using System.Text;

namespace GridActors.Process.Tests.Fuzz;

/// <summary>Text that people write, and text that nobody should.</summary>
internal sealed class RandomText(Random random)
{
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
        ["county"] = ["652390000000", "652300000000"],
        ["division"] = ["652390000000"],
        ["under"] = ["652390000000", "652390001001001"],
        ["grid"] = ["652390001001001"],
        ["gridCode"] = ["652390001001001", "652390001001002"],
        ["itemCode"] = ["0101", "0105", "0502"],
        ["item"] = ["0101"],
        ["by"] = ["652390001000", "652390000000", "652390001001", "yd-1001", "yd-1002", "day", "grid"],
        ["reportedBy"] = ["yd-1001", "phone-7"],
        ["channel"] = ["app"],
        ["workerId"] = ["yd-1001", "yd-1002"],
        ["to"] = ["yd-1002", "2026-01-31", "draft", "652390001001002"],
        ["from"] = ["2026-01-01", "current", "652390001001001"],
        ["lead"] = ["652390000000/housing"],
        ["coHandlers"] = ["652390000000/water"],
        ["department"] = ["652390000000/housing"],
        ["verifiedBy"] = ["652390001000"],
        ["command"] = ["accept", "start", "result", "note", "close", "void", "assign", "forward"],
        ["start"] = ["09:00"],
        ["end"] = ["18:00"],
        ["limit"] = ["1", "50", "200"],
        ["kind"] = ["divisions", "grids", "holidays"],
        ["n"] = ["1"],
        ["lat"] = ["44.1"],
        ["lon"] = ["87.3"],
        ["If-Match"] = ["*", "\"1\"", "\"2\""],
        ["description"] = ["井盖缺失", "A lid is missing."],
        ["reason"] = ["It rattles."],
        ["result"] = ["A new lid."],
        ["text"] = ["By the school."],
    };

    /// <summary>Ids, codes and cursors that answers had, by the name of their field.</summary>
    private readonly Dictionary<string, List<string>> _seen = [];

    public void Keep(string name, string text)
    {
        lock (_seen)
        {
            var kept = _seen.TryGetValue(name, out var known) ? known : _seen[name] = [];
            if (kept.Count < 200)
            {
                kept.Add(text);
            }
            else
            {
                kept[random.Next(kept.Count)] = text;
            }
        }
    }

    /// <summary>Mostly something that fits; otherwise, and where nothing is known to fit, something that was seen.</summary>
    public string Fitting(string name) =>
        _fitting.TryGetValue(name, out var words) && random.Next(10) > 0 ? words[random.Next(words.Length)] : Seen(name switch
        {
            "into" or "incidentId" => "id",
            "cursor" => "nextCursor",
            _ => name,
        });

    public string Next() => random.Next(10) switch
    {
        0 or 1 or 2 => _known[random.Next(_known.Length)],
        3 or 4 or 5 => Seen("id"),
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

    private string Seen(string name)
    {
        lock (_seen)
        {
            return _seen.TryGetValue(name, out var kept) ? kept[random.Next(kept.Count)] : Guid.Empty.ToString();
        }
    }
}
