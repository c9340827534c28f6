using GridActors.Core.Contacts;

namespace GridActors.Hosting.Contacts;

/// <summary>What became of a look for a contact.</summary>
public abstract record ContactLookup
{
    private protected ContactLookup()
    {
    }
}

/// <summary>The reporter left none.</summary>
public sealed record ContactAbsent : ContactLookup;

/// <summary>There was one.</summary>
public sealed record ContactErased(DateTimeOffset At) : ContactLookup;

/// <summary>There is one, and this process does not have the key to it.</summary>
public sealed record ContactLocked(string KeyId) : ContactLookup;

public sealed record ContactOpened(Contact Contact) : ContactLookup;
