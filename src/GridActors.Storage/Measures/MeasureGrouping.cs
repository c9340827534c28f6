using GridActors.Core.Divisions;

namespace GridActors.Storage.Measures;

/// <summary>What sums are of.</summary>
/// <param name="Level">Of the divisions; any for the other dimensions.</param>
public readonly record struct MeasureGrouping(MeasureDimension Dimension, DivisionLevel Level = default)
{
    /// <summary>How many digits of a place's code tell its division of that level.</summary>
    public int Digits => Level switch
    {
        DivisionLevel.Prefecture => 4,
        DivisionLevel.County => 6,
        DivisionLevel.Township => 9,
        _ => 12,
    };
}

public enum MeasureDimension
{
    /// <summary>One sum, with an empty key.</summary>
    Total,

    /// <summary>The key is <c>2025-03-03</c>.</summary>
    Day,

    /// <summary>The key is a grid's code, or that of the division where something is filed under no grid.</summary>
    Grid,

    /// <summary>Without what counts for no worker.</summary>
    Worker,

    /// <summary>Without what counts for no department.</summary>
    Department,

    /// <summary>The key is the digits that the codes of a division begin with; of one above the level, followed by zeros.</summary>
    Division,
}
