using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using GridActors.Core.Serialization;

namespace GridActors.Core.Divisions;

/// <summary>
/// The twelve digits of a prefecture, county (GB/T 2260), township (GB/T 10114) or village. Level and ancestors follow
/// from the digits; nothing is looked up.
/// </summary>
[GenerateSerializer, Immutable, Alias("division-code")]
[JsonConverter(typeof(CodeJsonConverter<DivisionCode>))]
public readonly record struct DivisionCode : ICode<DivisionCode>, IComparable<DivisionCode>
{
    private const long PrefectureUnit = 100_000_000;
    private const long CountyUnit = 1_000_000;
    private const long TownshipUnit = 1_000;

    [Id(0)]
    private readonly long _value;

    private DivisionCode(long value) => _value = value;

    public DivisionLevel Level =>
        _value % PrefectureUnit == 0 ? DivisionLevel.Prefecture
        : _value % CountyUnit == 0 ? DivisionLevel.County
        : _value % TownshipUnit == 0 ? DivisionLevel.Township
        : DivisionLevel.Village;

    /// <summary>The division one level up; null for a prefecture.</summary>
    public DivisionCode? Parent => Level switch
    {
        DivisionLevel.Village => new DivisionCode(_value - (_value % TownshipUnit)),
        DivisionLevel.Township => new DivisionCode(_value - (_value % CountyUnit)),
        DivisionLevel.County => new DivisionCode(_value - (_value % PrefectureUnit)),
        _ => null,
    };

    public DivisionCode Prefecture => new(_value - (_value % PrefectureUnit));

    /// <summary>The digits that every code below this division starts with: 4, 6, 9 or 12 of them.</summary>
    public string Prefix => ToString()[..PrefixLength(Level)];

    /// <summary>The division of <paramref name="level"/> that this one is or lies in; null where this one lies above.</summary>
    public DivisionCode? AncestorAt(DivisionLevel level) => level < Level ? null : level switch
    {
        DivisionLevel.Village => this,
        DivisionLevel.Township => new DivisionCode(_value - (_value % TownshipUnit)),
        DivisionLevel.County => new DivisionCode(_value - (_value % CountyUnit)),
        _ => Prefecture,
    };

    /// <summary>Whether <paramref name="other"/> is this division or lies in it.</summary>
    public bool Contains(DivisionCode other) => other.AncestorAt(Level) == this;

    public int CompareTo(DivisionCode other) => _value.CompareTo(other._value);

    public override string ToString() => _value.ToString("D12", CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The text is no division code; use <see cref="TryParse(string?, out DivisionCode, out DivisionCodeError)"/> for input.</exception>
    public static DivisionCode Parse(string text) =>
        TryParse(text, out var code, out var error) ? code : throw new FormatException($"'{text}' is no division code: {error}.");

    public static bool TryParse([NotNullWhen(true)] string? text, out DivisionCode code) => TryParse(text, out code, out _);

    public static bool TryParse([NotNullWhen(true)] string? text, out DivisionCode code, out DivisionCodeError error)
    {
        code = default;
        error = Digits.TryRead(text, 12, out var value) ? ErrorOf(value) : DivisionCodeError.NotTwelveDigits;
        if (error != DivisionCodeError.None)
        {
            return false;
        }

        code = new DivisionCode(value);
        return true;
    }

    private static DivisionCodeError ErrorOf(long value)
    {
        if (value / PrefectureUnit % 100 == 0 || value < 10 * 100 * PrefectureUnit)
        {
            return DivisionCodeError.AbovePrefecture;
        }

        var county = value % PrefectureUnit / CountyUnit;
        var township = value % CountyUnit / TownshipUnit;
        var village = value % TownshipUnit;
        return county == 0 && (township != 0 || village != 0) ? DivisionCodeError.MissingCounty
            : township == 0 && village != 0 ? DivisionCodeError.MissingTownship
            : DivisionCodeError.None;
    }

    private static int PrefixLength(DivisionLevel level) => level switch
    {
        DivisionLevel.Prefecture => 4,
        DivisionLevel.County => 6,
        DivisionLevel.Township => 9,
        _ => 12,
    };

    public static bool operator <(DivisionCode left, DivisionCode right) => left._value < right._value;

    public static bool operator >(DivisionCode left, DivisionCode right) => left._value > right._value;

    public static bool operator <=(DivisionCode left, DivisionCode right) => left._value <= right._value;

    public static bool operator >=(DivisionCode left, DivisionCode right) => left._value >= right._value;
}
