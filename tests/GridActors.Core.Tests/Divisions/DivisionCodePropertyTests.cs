using CsCheck;
using GridActors.Core.Divisions;
using GridActors.Core.Tests.Serialization;

namespace GridActors.Core.Tests.Divisions;

public sealed class DivisionCodePropertyTests
{
    [Fact]
    public void The_parents_of_a_village_are_its_ancestors_level_by_level() =>
        Codes.Villages.Sample(village =>
        {
            var at = village;
            foreach (var level in Enum.GetValues<DivisionLevel>())
            {
                Assert.Equal(level, at.Level);
                Assert.Equal(at, village.AncestorAt(level));
                Assert.True(at.Contains(village));
                Assert.StartsWith(at.Prefix, village.ToString(), StringComparison.Ordinal);
                at = at.Parent ?? at;
            }

            Assert.Equal(village.Prefecture, at);
        });

    [Fact]
    public void A_division_contains_exactly_what_begins_with_its_prefix() =>
        Gen.Select(Codes.Divisions, Codes.Divisions, Gen.Int[0, 12]).Sample((a, b, shared) =>
        {
            var text = a.ToString()[..shared] + b.ToString()[shared..];
            if (DivisionCode.TryParse(text, out var other))
            {
                var isBelow = other.Level <= a.Level && text.StartsWith(a.Prefix, StringComparison.Ordinal);
                Assert.Equal(isBelow, a.Contains(other));
            }
        });

    [Fact]
    public void Divisions_sort_like_their_digits() =>
        Gen.Select(Codes.Divisions, Codes.Divisions).Sample((a, b) =>
            Assert.Equal(Math.Sign(string.CompareOrdinal(a.ToString(), b.ToString())), Math.Sign(a.CompareTo(b))));
}
