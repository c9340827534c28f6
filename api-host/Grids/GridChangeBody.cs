using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using GridActors.Core.Grids;

namespace GridActors.ApiHost.Grids;

/// <summary>A change of the grids of one village.</summary>
public sealed record GridChangeBody
{
    /// <summary>What happens to the grids.</summary>
    [Required]
    public GridChangeKind? Kind { get; init; }

    /// <summary>The first day on which it holds, in the county's local time; today, which is at once, where left out.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>The grid that is renamed, split or ended, or the grids that are merged: fifteen digits each.</summary>
    public ImmutableArray<string>? Codes { get; init; }

    /// <summary>The new grid, the parts of a split, the result of a merge, or the grids that are redrawn (of which code, boundaryWkt and households count).</summary>
    public ImmutableArray<ChangedGridBody>? Grids { get; init; }

    /// <summary>The new name, for a rename; 1 to 200 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Which grid takes the open incidents whose location leads to none: needed where a base grid ends, one of the parts for a split.</summary>
    public string? Successor { get; init; }
}

/// <summary>A grid as it will be.</summary>
public sealed record ChangedGridBody
{
    /// <summary>Fifteen digits: the village and a number, 001-799 for a base grid and 800-999 for a dedicated one.</summary>
    [Required]
    public string? Code { get; init; }

    /// <summary>1 to 200 characters.</summary>
    public string? Name { get; init; }

    /// <summary>What it covers.</summary>
    public GridKind? Kind { get; init; }

    /// <summary>Households living in it; none for a dedicated grid. Unusual numbers are a warning.</summary>
    public int? Households { get; init; }

    /// <summary>Its area as a WKT polygon or multipolygon, longitude before latitude, WGS 84 degrees.</summary>
    [Required]
    public string? BoundaryWkt { get; init; }
}
