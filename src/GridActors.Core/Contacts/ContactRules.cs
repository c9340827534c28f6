using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using GridActors.Core.Access;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;

namespace GridActors.Core.Contacts;

/// <summary>What a contact may be, and who may see it.</summary>
public static class ContactRules
{
    public const int MaxPurposeLength = 200;

    /// <summary>Joiners that some scripts are not spelt without.</summary>
    private const string Joiners = "\u200C\u200D";

    /// <summary>Besides digits, which it has three of at least.</summary>
    private const string PhoneMarks = "+-() ./*#";
    private const int LeastPhoneDigits = 3;

    /// <summary>Everything that is wrong with a contact. No message repeats what was sent.</summary>
    public static ImmutableArray<ContactFault> Check(Contact contact)
    {
        var faults = ImmutableArray.CreateBuilder<ContactFault>();
        CheckText("name", contact.Name, Contact.MaxNameLength, _ => true, "", faults);
        CheckText("phone", contact.Phone, Contact.MaxPhoneLength, IsPhone, "A phone number has at least three digits, and otherwise only spaces and + - ( ) . / * #.", faults);
        CheckText("email", contact.Email, Contact.MaxEmailLength, IsEmail, "An e-mail address has a name, one @ and a domain, without spaces.", faults);
        if (contact is { Phone: null, Email: null })
        {
            faults.Add(new ContactFault("", "contact_unreachable", "A contact has a phone number or an e-mail address."));
        }

        return faults.ToImmutable();
    }

    /// <summary>Whether something is a line of text: no control characters, nothing that turns the direction of writing, no half characters.</summary>
    public static bool IsLine(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || (IsInvisible(Rune.GetUnicodeCategory(rune)) && !(rune.IsBmp && Joiners.Contains((char)rune.Value))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Who sees the contact of an incident: the centre that holds it; for a grid or a village, which have no centre, also that of their township.</summary>
    public static ImmutableArray<Post> ReadersOf(Post holder) => holder.IsCentre ? [holder] : [holder, TownshipOf(holder)];

    /// <summary>The post for which a caller may see the contact of an incident: one that the caller's scope is exactly, not one below it. Null where there is none.</summary>
    public static Post? ReaderOf(Caller caller, Post holder) => ReadersOf(holder)
        .Where(post => caller.Grants.Any(g => AccessRules.Grants(g.Role, Permission.ReadContacts) && g.Scope == ScopeOf(post)))
        .Select(post => (Post?)post)
        .FirstOrDefault();

    private static Post TownshipOf(Post post)
    {
        var division = GridCode.TryParse(post.PlaceCode, out GridCode grid) ? grid.Village : DivisionCode.Parse(post.PlaceCode);
        return Post.Of(division.AncestorAt(DivisionLevel.Township) ?? division);
    }

    private static string ScopeOf(Post post) => post.Tier == Tier.Grid ? post.PlaceCode : DivisionCode.Parse(post.PlaceCode).Prefix;

    private static void CheckText(string field, string? text, int maxLength, Func<string, bool> isWellFormed, string form, ImmutableArray<ContactFault>.Builder faults)
    {
        if (text is null)
        {
            return;
        }

        if (text.Length > maxLength)
        {
            faults.Add(new ContactFault(field, $"{field}_too_long", $"{field} has {text.Length} characters; {maxLength} are allowed."));
        }
        else if (!IsLine(text))
        {
            faults.Add(new ContactFault(field, $"{field}_not_text", $"{field} has characters that are no text, or turn its direction."));
        }
        else if (!isWellFormed(text))
        {
            faults.Add(new ContactFault(field, $"{field}_malformed", form));
        }
    }

    private static bool IsPhone(string text) =>
        text.All(c => char.IsAsciiDigit(c) || PhoneMarks.Contains(c)) && text.Count(char.IsAsciiDigit) >= LeastPhoneDigits;

    private static bool IsEmail(string text) =>
        text.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && !text.Any(char.IsWhiteSpace);

    private static bool IsInvisible(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}

/// <param name="Field">The part of the contact that is to blame; empty for the whole.</param>
/// <param name="Code">Stable, in snake case.</param>
public readonly record struct ContactFault(string Field, string Code, string Message);
