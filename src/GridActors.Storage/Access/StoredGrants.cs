using System.Collections.Immutable;
using GridActors.Core.Access;

namespace GridActors.Storage.Access;

/// <summary>Grants as both stores keep them: one text each, with a blank between two.</summary>
public static class StoredGrants
{
    public static string Of(ImmutableArray<Grant> grants) => string.Join(' ', grants.Select(GrantText.Write));

    /// <exception cref="FormatException">One of them cannot be read: the key has none then, instead of those that can.</exception>
    public static ImmutableArray<Grant> Read(string stored) =>
        [.. stored.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => GrantText.TryRead(text, out var grant, out var problem) ? grant : throw new FormatException(problem))];
}
