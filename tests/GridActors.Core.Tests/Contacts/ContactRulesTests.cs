using System.Globalization;
using CsCheck;
using GridActors.Core.Access;
using GridActors.Core.Contacts;
using GridActors.Core.Incidents;
using static GridActors.Core.Tests.Incidents.Story;

namespace GridActors.Core.Tests.Contacts;

/// <summary>What a contact may be, and who may see it. The persons are made up.</summary>
public sealed class ContactRulesTests
{
    private const int Samples = 2_000;

    [Theory]
    [InlineData("张某", "139 0000 0000", null)]
    [InlineData(null, "+86 (991) 000-0000 #12", null)]
    [InlineData("ئالىم", null, "alim@example.org")]
    [InlineData("क्‍ष", "120", "a@b")]
    public void A_contact_has_a_phone_or_an_address(string? name, string? phone, string? email) =>
        Assert.Empty(ContactRules.Check(new Contact(name, phone, email)));

    [Theory]
    [InlineData("A", null, null, "contact_unreachable")]
    [InlineData("A\nB", "120", null, "name_not_text")]
    [InlineData("A\u202EB", "120", null, "name_not_text")]
    [InlineData("A\u2066B", "120", null, "name_not_text")]
    [InlineData("A\u200FB", "120", null, "name_not_text")]
    [InlineData("A\u2028B", "120", null, "name_not_text")]
    [InlineData("A\0B", "120", null, "name_not_text")]
    [InlineData(null, "call me", null, "phone_malformed")]
    [InlineData(null, "12", null, "phone_malformed")]
    [InlineData(null, "１３９００００００００", null, "phone_malformed")]
    [InlineData(null, "120\u0000", null, "phone_not_text")]
    [InlineData(null, null, "nobody", "email_malformed")]
    [InlineData(null, null, "a@b@c", "email_malformed")]
    [InlineData(null, null, "a b@c", "email_malformed")]
    [InlineData(null, null, "@c", "email_malformed")]
    public void What_is_wrong_is_said(string? name, string? phone, string? email, string code) =>
        Assert.Equal([code], ContactRules.Check(new Contact(name, phone, email)).Select(f => f.Code));

    [Fact]
    public void Half_a_character_is_no_text() => Assert.False(ContactRules.IsLine("A" + (char)0xD83D));

    [Fact]
    public void Each_part_has_a_longest_length()
    {
        Assert.Empty(ContactRules.Check(new Contact(new string('A', 100), new string('1', 32), new string('a', 252) + "@b")));
        Assert.Equal(
            ["name_too_long", "phone_too_long", "email_too_long"],
            ContactRules.Check(new Contact(new string('A', 101), new string('1', 33), new string('a', 253) + "@b")).Select(f => f.Code));
    }

    [Fact]
    public void No_message_repeats_what_was_sent()
    {
        var faults = ContactRules.Check(new Contact("secret\n", "secret", "secret"));

        Assert.Equal(3, faults.Length);
        Assert.All(faults, f => Assert.DoesNotContain("secret", f.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_contact_has_no_text_of_what_is_in_it() => Assert.Equal("Contact", $"{new Contact("secret", "120", null)}");

    [Fact]
    public void A_line_has_nothing_that_is_not_seen() => Gen.String.Sample(
        text => Assert.Equal(
            !text.Any(c => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                || (char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not ('\u200C' or '\u200D')))
                && !HasHalfCharacter(text) && !text.Contains('\uFFFD', StringComparison.Ordinal) && !HasInvisibleBeyondTheBasicPlane(text),
            ContactRules.IsLine(text)),
        iter: Iterations.AtMost(Samples));

    [Fact]
    public void Only_an_operator_of_exactly_the_holding_place_sees_it()
    {
        Post[] posts = [Grid, Village, Township, County, Prefecture];
        string[] scopes = [Grid.PlaceCode, Village.PlaceCode, "652301001", "652301", "6523", "", "652302", "652301002"];
        Gen.Select(Gen.Int[0, posts.Length - 1].Select(i => posts[i]), Gen.Int[0, scopes.Length - 1].Select(i => scopes[i]), Gen.Enum<CallerRole>()).Sample(
            (holder, scope, role) =>
            {
                var caller = new Caller("somebody", [new Grant(role, scope)]);

                var sees = ContactRules.ReaderOf(caller, holder);

                var isHolder = scope == scopes[Array.IndexOf(posts, holder)];
                var isItsTownship = holder.Tier < Tier.Township && scope == "652301001";
                Assert.Equal(role == CallerRole.CentreOperator && (isHolder || isItsTownship), sees is not null);
                Assert.True(sees is null || ContactRules.ReadersOf(holder).Contains(sees.Value));
            },
            iter: Iterations.AtMost(Samples));
    }

    [Fact]
    public void Nobody_without_a_login_sees_it() => Assert.Null(ContactRules.ReaderOf(Caller.Anonymous, Township));

    private static bool HasHalfCharacter(string text) => text.EnumerateRunes().Any(r => r == System.Text.Rune.ReplacementChar);

    private static bool HasInvisibleBeyondTheBasicPlane(string text) =>
        text.EnumerateRunes().Any(r => !r.IsBmp && System.Text.Rune.GetUnicodeCategory(r) == UnicodeCategory.Format);
}
