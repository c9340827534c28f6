using System.Collections.Concurrent;
using GridActors.Contracts.Divisions;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Grains.Access;

namespace GridActors.Grains.Divisions;

/// <summary>
/// Reads the reference data by walking the actors from the prefectures down. The actors are the only truth; this is a
/// copy that is as old as its revision, and is replaced as a whole.
/// </summary>
public sealed class RegionDirectory(IGrainFactory grains) : IRegionDirectory, IDisposable
{
    /// <summary>Calls under way at once during a walk.</summary>
    private const int Concurrency = 16;

    private readonly SemaphoreSlim _reading = new(1);
    private volatile RegionSnapshot _current = RegionSnapshot.Empty;

    public async ValueTask<RegionSnapshot> AtLeastAsync(int revision, CancellationToken ct) =>
        _current is var known && known.Revision > 0 && known.Revision >= revision ? known : await RefreshAsync(ct);

    /// <remarks>Everybody is answered from the one copy, so the platform reads it, whoever has asked.</remarks>
    public async Task<RegionSnapshot> RefreshAsync(CancellationToken ct)
    {
        using var scope = CallAuthority.UseSystem();
        await _reading.WaitAsync(ct);
        try
        {
            var index = await grains.GetRegion().GetAsync(ct);
            if (index.Revision != _current.Revision)
            {
                _current = await WalkAsync(index, ct);
            }

            return _current;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task<RegionSnapshot> WalkAsync(RegionIndex index, CancellationToken ct)
    {
        var divisions = new List<RegionDivision>();
        var gridCodes = new List<GridCode>();
        var endedGrids = new List<GridCode>();
        for (IReadOnlyCollection<DivisionCode> level = index.Prefectures; level.Count > 0;)
        {
            var found = await ReadAllAsync(level, ReadDivisionAsync, ct);
            divisions.AddRange(found.Select(f => f.Region));
            gridCodes.AddRange(found.SelectMany(f => f.Details.Grids));
            endedGrids.AddRange(found.SelectMany(f => f.Details.EndedGrids));
            level = [.. found.SelectMany(f => f.Details.Children)];
        }

        return new RegionSnapshot(index.Revision, divisions, await ReadAllAsync(gridCodes, ReadGridAsync, ct), endedGrids);
    }

    private async Task<FoundDivision?> ReadDivisionAsync(DivisionCode code, CancellationToken ct)
    {
        if (await grains.GetDivision(code).GetAsync(ct) is not { } details)
        {
            return null;
        }

        var catalogue = code.Level >= DivisionLevel.County ? await grains.GetCatalogue(code).GetAsync(ct) : null;
        return new FoundDivision(details, new RegionDivision(details.Division, details.Roster, catalogue, details.ToCalendarHistory(), details.Departments));
    }

    private async Task<Grid?> ReadGridAsync(GridCode code, CancellationToken ct) => (await grains.GetGrid(code).GetAsync(ct))?.Grid;

    private static async Task<IReadOnlyCollection<T>> ReadAllAsync<TKey, T>(
        IEnumerable<TKey> keys, Func<TKey, CancellationToken, Task<T?>> read, CancellationToken ct)
        where T : class
    {
        var found = new ConcurrentBag<T>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = ct };
        await Parallel.ForEachAsync(keys, options, async (key, token) =>
        {
            if (await read(key, token) is { } value)
            {
                found.Add(value);
            }
        });
        return found;
    }

    private sealed record FoundDivision(DivisionDetails Details, RegionDivision Region);
}
