using GridActors.Core.Divisions;

namespace GridActors.Grains.Divisions;

/// <summary>The reference data of the cell as this process knows it: read from the actors as one immutable whole, shared by everything in the process.</summary>
public interface IRegionDirectory
{
    /// <summary>The snapshot at hand, read first where there is none yet or where it is older than a revision.</summary>
    /// <param name="revision">0 for whatever is known.</param>
    ValueTask<RegionSnapshot> AtLeastAsync(int revision, CancellationToken ct);

    /// <summary>Asks the region for its revision and reads the reference data again where it changed.</summary>
    Task<RegionSnapshot> RefreshAsync(CancellationToken ct);
}
