using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using GridActors.Core.Serialization;

namespace GridActors.Core.Catalogue;

/// <summary>Four digits: two of the group and two of the item, 01-99 each.</summary>
[GenerateSerializer, Immutable, Alias("item-code")]
[JsonConverter(typeof(CodeJsonConverter<ItemCode>))]
public readonly record struct ItemCode : ICode<ItemCode>, IComparable<ItemCode>
{
    [Id(0)]
    private readonly int _value;

    private ItemCode(int value) => _value = value;

    /// <summary>The first two digits: what the items of a group have in common.</summary>
    public int Group => _value / 100;

    public int CompareTo(ItemCode other) => _value.CompareTo(other._value);

    public override string ToString() => _value.ToString("D4", CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The text is no item code.</exception>
    public static ItemCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is no item code.");

    public static bool TryParse([NotNullWhen(true)] string? text, out ItemCode code)
    {
        code = default;
        if (!Digits.TryRead(text, 4, out var value) || value / 100 == 0 || value % 100 == 0)
        {
            return false;
        }

        code = new ItemCode((int)value);
        return true;
    }

    public static bool operator <(ItemCode left, ItemCode right) => left._value < right._value;

    public static bool operator >(ItemCode left, ItemCode right) => left._value > right._value;

    public static bool operator <=(ItemCode left, ItemCode right) => left._value <= right._value;

    public static bool operator >=(ItemCode left, ItemCode right) => left._value >= right._value;
}
