using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using GridActors.Core.Divisions;
using GridActors.Core.Serialization;

namespace GridActors.Core.Grids;

/// <summary>
/// The fifteen digits of a grid: its village and a number, 001-799 for base grids and 800-999 for dedicated grids
/// (Art. 6). A code is never used again after its grid ends (Art. 7).
/// </summary>
[GenerateSerializer, Immutable, Alias("grid-code")]
[JsonConverter(typeof(CodeJsonConverter<GridCode>))]
public readonly record struct GridCode : ICode<GridCode>, IComparable<GridCode>
{
    private const int FirstDedicatedNumber = 800;

    [Id(0)]
    private readonly long _value;

    private GridCode(long value) => _value = value;

    public DivisionCode Village => DivisionCode.Parse(ToString()[..12]);

    /// <summary>1 to 999.</summary>
    public int Number => (int)(_value % 1000);

    public bool IsDedicated => Number >= FirstDedicatedNumber;

    public int CompareTo(GridCode other) => _value.CompareTo(other._value);

    public override string ToString() => _value.ToString("D15", CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The text is no grid code; use <see cref="TryParse(string?, out GridCode, out GridCodeError)"/> for input.</exception>
    public static GridCode Parse(string text) =>
        TryParse(text, out var code, out var error) ? code : throw new FormatException($"'{text}' is no grid code: {error}.");

    public static bool TryParse([NotNullWhen(true)] string? text, out GridCode code) => TryParse(text, out code, out _);

    public static bool TryParse([NotNullWhen(true)] string? text, out GridCode code, out GridCodeError error)
    {
        code = default;
        if (!Digits.TryRead(text, 15, out var value))
        {
            error = GridCodeError.NotFifteenDigits;
            return false;
        }

        error = !DivisionCode.TryParse(text![..12], out var village) || village.Level != DivisionLevel.Village ? GridCodeError.NoVillage
            : value % 1000 == 0 ? GridCodeError.NumberZero
            : GridCodeError.None;
        if (error != GridCodeError.None)
        {
            return false;
        }

        code = new GridCode(value);
        return true;
    }

    public static bool operator <(GridCode left, GridCode right) => left._value < right._value;

    public static bool operator >(GridCode left, GridCode right) => left._value > right._value;

    public static bool operator <=(GridCode left, GridCode right) => left._value <= right._value;

    public static bool operator >=(GridCode left, GridCode right) => left._value >= right._value;
}
