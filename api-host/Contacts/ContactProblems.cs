using System.Diagnostics;
using GridActors.ApiHost.Problems;
using GridActors.Hosting.Contacts;

namespace GridActors.ApiHost.Contacts;

/// <summary>Why there is no contact to show, or none is kept.</summary>
internal static class ContactProblems
{
    /// <summary>By then the key is there, if an operator puts it there now.</summary>
    private static readonly TimeSpan AfterKeysAreRead = TimeSpan.FromSeconds(30);

    public static ProblemResult NotShown => new(
        StatusCodes.Status403Forbidden,
        "contact_not_shown",
        "Only the centre that holds the incident sees the contact; for a grid or a village that of its township.");

    public static ProblemResult None => ProblemResult.NotFound("no_contact", "The reporter left no contact.");

    public static ProblemResult Of(ContactLookup lookup) => lookup switch
    {
        ContactAbsent => None,
        ContactErased => new ProblemResult(StatusCodes.Status410Gone, "contact_erased", "The contact was erased: its time was over, or somebody asked for it."),
        ContactLocked locked => new ProblemResult(
            StatusCodes.Status503ServiceUnavailable,
            "contact_key_missing",
            $"This process does not have the key {locked.KeyId}, which the contact is encrypted with.")
        {
            RetryAfter = AfterKeysAreRead,
        },
        _ => throw new UnreachableException(lookup.GetType().Name),
    };
}
