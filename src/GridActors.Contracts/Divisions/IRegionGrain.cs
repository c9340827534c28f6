using System.Collections.Immutable;
using GridActors.Core.Divisions;
using Orleans.Concurrency;

namespace GridActors.Contracts.Divisions;

/// <summary>The index of a cell: which prefectures it has, and a revision that tells hosts when to read the reference data again. Key: <see cref="GrainKeys.Region"/>.</summary>
[Alias("gridactors.region"), Version(1)]
public interface IRegionGrain : IGrainWithStringKey
{
    [Alias("get"), AlwaysInterleave]
    Task<RegionIndex> GetAsync(CancellationToken ct);

    /// <summary>Says that reference data changed; called once after a whole import, not once a row. Durable when it returns.</summary>
    /// <param name="prefectures">Prefectures that may be new; those known stay.</param>
    [Alias("announce-change")]
    Task<RegionIndex> AnnounceChangeAsync(ImmutableArray<DivisionCode> prefectures, CancellationToken ct);
}
