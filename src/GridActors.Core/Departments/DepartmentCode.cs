using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GridActors.Core.Divisions;
using GridActors.Core.Serialization;

namespace GridActors.Core.Departments;

/// <summary>A department of a county, or its branch in a township: the division's twelve digits, a slash, and 2 to 32 lower-case ASCII letters, digits or hyphens, such as <c>652301000000/housing</c>.</summary>
[GenerateSerializer, Immutable, Alias("department-code")]
[JsonConverter(typeof(CodeJsonConverter<DepartmentCode>))]
public readonly record struct DepartmentCode : ICode<DepartmentCode>, IComparable<DepartmentCode>
{
    private const int DivisionLength = 12;
    private const int MinNameLength = 2;
    private const int MaxNameLength = 32;

    [Id(0)]
    private readonly string? _text;

    private DepartmentCode(string text) => _text = text;

    /// <summary>Its county or township.</summary>
    public DivisionCode Division => DivisionCode.Parse(ToString()[..DivisionLength]);

    /// <summary>What it is called below its division; a branch has the name of its county's department.</summary>
    public string Name => ToString()[(DivisionLength + 1)..];

    public int CompareTo(DepartmentCode other) => string.CompareOrdinal(_text, other._text);

    public override string ToString() => _text ?? "";

    /// <exception cref="FormatException">The text is no department code.</exception>
    public static DepartmentCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is no department code.");

    public static bool TryParse([NotNullWhen(true)] string? text, out DepartmentCode code)
    {
        code = default;
        if (text is not { Length: >= DivisionLength + 1 + MinNameLength and <= DivisionLength + 1 + MaxNameLength }
            || text[DivisionLength] != '/'
            || !DivisionCode.TryParse(text[..DivisionLength], out DivisionCode division)
            || division.Level is not (DivisionLevel.County or DivisionLevel.Township)
            || !text.AsSpan(DivisionLength + 1).ToArray().All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            return false;
        }

        code = new DepartmentCode(text);
        return true;
    }

    public static bool operator <(DepartmentCode left, DepartmentCode right) => left.CompareTo(right) < 0;

    public static bool operator >(DepartmentCode left, DepartmentCode right) => left.CompareTo(right) > 0;

    public static bool operator <=(DepartmentCode left, DepartmentCode right) => left.CompareTo(right) <= 0;

    public static bool operator >=(DepartmentCode left, DepartmentCode right) => left.CompareTo(right) >= 0;
}
