namespace GridActors.ApiHost.Contacts;

/// <summary>How to reach the reporter.</summary>
/// <param name="Name">Null where they did not say.</param>
public sealed record ContactResource(string? Name, string? Phone, string? Email)
{
    /// <summary>Nothing of what is in it: whatever is formatted may end up in a log.</summary>
    public override string ToString() => nameof(ContactResource);
}

/// <param name="ErasedAt">When the contact was erased; the first time, where it is asked for again.</param>
public sealed record ContactErasureResource(DateTimeOffset ErasedAt);
