using System.Collections.Immutable;

namespace GridActors.Storage.Incidents;

/// <summary>One of the ways in which an incident comes into a list. A list that has several is their union, each incident once.</summary>
/// <param name="Prefix">The leading digits of what it is filed under; null for any place.</param>
/// <param name="GridsOnly">Without what is filed under no grid.</param>
/// <param name="Party">See <see cref="Core.Access.IncidentParties"/>; null where the place alone says it.</param>
public sealed record ListBranch(string? Prefix, bool GridsOnly, string? Party)
{
    /// <summary>None where nothing that is asked for lies in the scope.</summary>
    public static ImmutableArray<ListBranch> Of(IncidentFilter filter)
    {
        var under = filter.Under?.Prefix;
        if (filter.Within is not { IsEverything: false } scope)
        {
            return [new ListBranch(under, GridsOnly: false, Party: null)];
        }

        var places = scope.Places
            .Where(p => filter.Grid is not { } grid || grid.ToString().StartsWith(p.Prefix, StringComparison.Ordinal))
            .Select(p => (Prefix: Narrower(under ?? "", p.Prefix), p.GridsOnly))
            .Where(p => p.Prefix is not null)
            .Select(p => new ListBranch(p.Prefix is { Length: > 0 } prefix ? prefix : null, p.GridsOnly, Party: null));
        return [.. places, .. scope.Parties.Select(p => new ListBranch(under, GridsOnly: false, p))];
    }

    /// <summary>The places below both; null where there are none.</summary>
    private static string? Narrower(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal) ? one
        : other.StartsWith(one, StringComparison.Ordinal) ? other
        : null;
}
