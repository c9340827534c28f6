namespace GridActors.Core.Departments;

/// <summary>A department that incidents are dispatched to (Art. 4, 18).</summary>
[GenerateSerializer, Immutable, Alias("department")]
public sealed record Department(
    [property: Id(0)] DepartmentCode Code,
    [property: Id(1)] string NameZh,
    [property: Id(2)] string NameEn)
{
    /// <summary>Whether a catalogue names it as an owner; a catalogue lists alternatives with a slash between them.</summary>
    public bool IsOwner(string ownerZh, string ownerEn) => IsAmong(NameZh, ownerZh) || IsAmong(NameEn, ownerEn);

    private static bool IsAmong(string name, string owners) =>
        owners.Split('/', StringSplitOptions.TrimEntries).Contains(name, StringComparer.OrdinalIgnoreCase);
}
