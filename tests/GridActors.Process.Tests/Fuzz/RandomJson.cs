using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GridActors.Process.Tests.Fuzz;

/// <summary>JSON after a schema of the document, here and there against it, and now and then no JSON at all.</summary>
internal sealed class RandomJson(Random random, RandomText text, JsonElement document)
{
    private const int MaxDepth = 6;

    private static readonly string[] _numbers = ["0", "1", "-1", "5", "50", "2147483648", "-9223372036854775809", "1e400", "-0", "0.1", "44.5", "90.0000001", "1E-400", "123456789012345678901234567890"];

    private bool _isTame;

    /// <param name="isTame">As the schema has it, with values that fit.</param>
    public byte[] Body(JsonElement schema, bool isTame)
    {
        _isTame = isTame;
        var json = new StringBuilder();
        Write(json, "", schema, 0);
        var bytes = Encoding.UTF8.GetBytes(json.ToString());
        if (isTame)
        {
            return bytes;
        }

        return random.Next(20) switch
        {
            0 => bytes[..random.Next(bytes.Length + 1)],
            1 when bytes.Length > 0 => Flip(bytes),
            2 => [0xEF, 0xBB, 0xBF, .. bytes],
            3 => [.. bytes, .. bytes],
            _ => bytes,
        };
    }

    /// <summary>What a parameter takes.</summary>
    public string Parameter(string name, JsonElement schema)
    {
        schema = Resolve(schema);
        return schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("enum", out var words) ? words[random.Next(words.GetArrayLength())].ToString()
            : schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("type", out var type) && type.ToString().Contains("boolean", StringComparison.Ordinal) ? (random.Next(2) == 0 ? "true" : "false")
            : text.Fitting(name);
    }

    private void Write(StringBuilder json, string name, JsonElement schema, int depth)
    {
        schema = Resolve(schema);
        if ((!_isTame && random.Next(12) == 0) || depth > MaxDepth)
        {
            WriteAnything(json, depth);
        }
        else if (schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("enum", out var words))
        {
            json.Append(words[random.Next(words.GetArrayLength())].GetRawText());
        }
        else if (schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
        {
            WriteObject(json, properties, schema.TryGetProperty("required", out var required) ? required.ToString() : "", depth);
        }
        else if (schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("items", out var items))
        {
            json.Append('[');
            for (var i = random.Next(!_isTame && random.Next(50) == 0 ? 600 : 4); i > 0; i--)
            {
                Write(json, name, items, depth + 1);
                json.Append(i > 1 ? "," : "");
            }

            json.Append(']');
        }
        else
        {
            WriteScalar(json, name, schema);
        }
    }

    private void WriteObject(StringBuilder json, JsonElement properties, string required, int depth)
    {
        json.Append('{');
        var isFirst = true;
        foreach (var property in properties.EnumerateObject())
        {
            var isNeeded = _isTame && required.Contains($"\"{property.Name}\"", StringComparison.Ordinal);
            for (var times = random.Next(10) switch { _ when isNeeded => 1, < 4 => 0, 4 when !_isTame && random.Next(8) == 0 => 2, _ => 1 }; times > 0; times--)
            {
                json.Append(isFirst ? "" : ",");
                isFirst = false;
                WriteText(json, !_isTame && random.Next(50) == 0 ? text.Next() : property.Name);
                json.Append(':');
                Write(json, property.Name, property.Value, depth + 1);
            }
        }

        json.Append('}');
    }

    private void WriteScalar(StringBuilder json, string name, JsonElement schema)
    {
        var type = schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("type", out var t) ? t.ToString() : "";
        var isTime = schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("format", out var format) && format.GetString() == "date-time";
        if (isTime && random.Next(3) > 0)
        {
            WriteText(json, text.Time(name));
        }
        else if (type.Contains("boolean", StringComparison.Ordinal))
        {
            json.Append(random.Next(2) == 0 ? "true" : "false");
        }
        else if (type.Contains("integer", StringComparison.Ordinal) || type.Contains("number", StringComparison.Ordinal))
        {
            json.Append(_isTame ? text.HasFitting(name) ? text.FittingNumber(name) : _numbers[random.Next(5)] : _numbers[random.Next(_numbers.Length)]);
        }
        else
        {
            WriteText(json, _isTame ? text.Fitting(name) : text.Next());
        }
    }

    private void WriteAnything(StringBuilder json, int depth)
    {
        switch (random.Next(8))
        {
            case 0: json.Append("null"); break;
            case 1: json.Append(_numbers[random.Next(_numbers.Length)]); break;
            case 2: json.Append("[]"); break;
            case 3: json.Append("{}"); break;
            case 4: json.Append(random.Next(2) == 0 ? "true" : "NaN"); break;
            case 5 when depth == 0: json.Append('[', random.Next(1, 2_000)); break;
            default: WriteText(json, text.Next()); break;
        }
    }

    /// <summary>Half of a pair goes out escaped, since UTF-8 has no bytes for it; everything else sometimes raw.</summary>
    private void WriteText(StringBuilder json, string value)
    {
        var isEscaped = random.Next(4) == 0;
        json.Append('"');
        foreach (var c in value)
        {
            if (isEscaped || char.IsSurrogate(c) || (c is '"' or '\\') || (char.IsControl(c) && random.Next(10) > 0))
            {
                json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                json.Append(c);
            }
        }

        json.Append('"');
    }

    private byte[] Flip(byte[] bytes)
    {
        bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private JsonElement Resolve(JsonElement schema)
    {
        while (schema.ValueKind == JsonValueKind.Object)
        {
            if (schema.TryGetProperty("$ref", out var reference))
            {
                schema = reference.GetString()!.Split('/').Skip(1).Aggregate(document, (at, name) => at.GetProperty(name));
            }
            else if (schema.TryGetProperty("oneOf", out var choices))
            {
                schema = choices[random.Next(choices.GetArrayLength())];
            }
            else
            {
                break;
            }
        }

        return schema;
    }
}
