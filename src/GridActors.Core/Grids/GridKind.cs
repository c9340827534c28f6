namespace GridActors.Core.Grids;

/// <summary>What a grid covers. Urban and rural grids are base grids; the others are dedicated (Art. 6).</summary>
public enum GridKind
{
    Urban,
    Rural,
    School,
    Hospital,
    Office,
    Enterprise,
}
