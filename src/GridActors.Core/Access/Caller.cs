using System.Collections.Immutable;

namespace GridActors.Core.Access;

/// <summary>Who asks, as a host has established it.</summary>
/// <param name="Subject">Its stable name at the issuer of its token, or of its key; empty for somebody without a login.</param>
/// <param name="Grants">Empty for somebody without a login.</param>
[GenerateSerializer, Immutable, Alias("caller")]
public sealed record Caller([property: Id(0)] string Subject, [property: Id(1)] ImmutableArray<Grant> Grants)
{
    /// <summary>Somebody without a login.</summary>
    public static Caller Anonymous { get; } = new("", []);

    public bool IsAnonymous => Subject.Length == 0;

    /// <summary>Whether it has a permission anywhere.</summary>
    public bool Has(Permission permission) =>
        AccessRules.IsOpen(permission) || Grants.Any(g => AccessRules.Grants(g.Role, permission));

    /// <summary>Whether it has a permission at a place.</summary>
    /// <param name="placeCode">Twelve digits of a division or fifteen of a grid.</param>
    public bool Has(Permission permission, string placeCode) =>
        AccessRules.IsOpen(permission) || Grants.Any(g => AccessRules.Grants(g.Role, permission) && g.Covers(placeCode));
}
