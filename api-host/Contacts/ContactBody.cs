using System.ComponentModel.DataAnnotations;
using GridActors.Core.Contacts;

namespace GridActors.ApiHost.Contacts;

/// <summary>How to reach the reporter, so that the result can be given back: a phone number, an e-mail address, or both. Kept apart and encrypted, never part of the incident.</summary>
public sealed record ContactBody
{
    /// <summary>What to call them; 1 to 100 characters.</summary>
    [MaxLength(Contact.MaxNameLength)]
    public string? Name { get; init; }

    /// <summary>Digits, spaces and + - ( ) . / * #; up to 32.</summary>
    [MaxLength(Contact.MaxPhoneLength)]
    public string? Phone { get; init; }

    /// <summary>Up to 254 characters.</summary>
    [MaxLength(Contact.MaxEmailLength)]
    public string? Email { get; init; }

    /// <summary>Nothing of what is in it: whatever is formatted may end up in a log.</summary>
    public override string ToString() => nameof(ContactBody);

    internal Contact ToContact() => new(OrNothing(Name), OrNothing(Phone), OrNothing(Email));

    private static string? OrNothing(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
