using System.Collections.Immutable;

namespace GridActors.Core.Access;

/// <summary>What a caller may read of all incidents, as a store looks for it: the same as <see cref="IncidentJurisdiction.MayRead(Caller, IncidentAccess)"/> says of each.</summary>
/// <param name="Places">Ranges of places, none inside another.</param>
/// <param name="Parties">See <see cref="IncidentParties"/>.</param>
public sealed record ReadScope(ImmutableArray<PlaceScope> Places, ImmutableArray<string> Parties)
{
    public static ReadScope Everything { get; } = new([new PlaceScope("", GridsOnly: false)], []);

    public bool IsEverything => Places.Any(p => p is { Prefix: "", GridsOnly: false });

    public bool IsNothing => Places.IsEmpty && Parties.IsEmpty;

    public static ReadScope Of(Caller caller)
    {
        var grants = caller.Grants.Where(g => AccessRules.Grants(g.Role, Permission.ReadIncidents)).ToList();
        var places = PlaceScope.Widest(grants
            .Where(g => g.Role != CallerRole.Department)
            .Select(g => new PlaceScope(g.Scope, GridsOnly: g.Role == CallerRole.Worker)));
        if (places.Any(p => p is { Prefix: "", GridsOnly: false }))
        {
            return Everything;
        }

        return new ReadScope(places, [.. places.Select(p => IncidentParties.Of(p.Prefix)).Concat(grants.Select(OwnParty).OfType<string>()).Distinct()]);
    }

    /// <summary>The places at which a caller has a permission, as leading digits, none inside another.</summary>
    public static ImmutableArray<string> PlacesOf(Caller caller, Permission permission) =>
        [.. PlaceScope.Widest(caller.Grants.Where(g => AccessRules.Grants(g.Role, permission)).Select(g => new PlaceScope(g.Scope, GridsOnly: false))).Select(p => p.Prefix)];

    private static string? OwnParty(Grant grant) => grant switch
    {
        { Role: CallerRole.Worker, Worker: { } worker } => IncidentParties.Of(worker),
        { Role: CallerRole.Department, Department: { } department } => IncidentParties.Of(department),
        _ => null,
    };
}

/// <summary>Everything that is filed under codes with the same leading digits.</summary>
/// <param name="Prefix">Empty for every place.</param>
/// <param name="GridsOnly">Without what is filed under no grid.</param>
public readonly record struct PlaceScope(string Prefix, bool GridsOnly)
{
    /// <summary>Without those inside another.</summary>
    internal static ImmutableArray<PlaceScope> Widest(IEnumerable<PlaceScope> scopes)
    {
        var all = scopes.Distinct().ToList();
        return [.. all.Where(s => !all.Any(other => other != s && other.Includes(s))).OrderBy(s => s.Prefix, StringComparer.Ordinal)];
    }

    private bool Includes(PlaceScope other) => other.Prefix.StartsWith(Prefix, StringComparison.Ordinal) && (!GridsOnly || other.GridsOnly);
}
