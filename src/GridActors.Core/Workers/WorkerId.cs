using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GridActors.Core.Serialization;

namespace GridActors.Core.Workers;

/// <summary>The number on a worker's badge: 1 to 64 ASCII letters, digits, '.', '_' or '-', with at least one letter. Never a name.</summary>
[GenerateSerializer, Immutable, Alias("worker-id")]
[JsonConverter(typeof(CodeJsonConverter<WorkerId>))]
public readonly record struct WorkerId : ICode<WorkerId>
{
    public const int MaxLength = 64;

    [Id(0)]
    private readonly string? _value;

    private WorkerId(string value) => _value = value;

    public override string ToString() => _value ?? "";

    /// <exception cref="FormatException">The text is no worker id.</exception>
    public static WorkerId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no worker id.");

    public static bool TryParse([NotNullWhen(true)] string? text, out WorkerId code)
    {
        code = default;
        if (text is not { Length: >= 1 and <= MaxLength }
            || !text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')
            || !text.Any(char.IsAsciiLetter))
        {
            return false;
        }

        code = new WorkerId(text);
        return true;
    }
}
