namespace GridActors.Core.Contacts;

/// <summary>
/// How to reach whoever reported an incident. No actor ever sees it: it is no part of a command, an event or a state, and has no
/// serialised form but the one that is encrypted.
/// </summary>
/// <param name="Name">What to call them; null where they did not say.</param>
public sealed record Contact(string? Name, string? Phone, string? Email)
{
    public const int MaxNameLength = 100;
    public const int MaxPhoneLength = 32;

    /// <summary>The longest address that mail can be sent to (RFC 5321).</summary>
    public const int MaxEmailLength = 254;

    /// <summary>Nothing of what is in it: whatever is formatted may end up in a log.</summary>
    public override string ToString() => nameof(Contact);
}
