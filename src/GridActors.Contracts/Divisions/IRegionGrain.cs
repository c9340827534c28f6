using System.Collections.Immutable;
using GridActors.Contracts.Access;
using GridActors.Core.Access;
using GridActors.Core.Divisions;
using Orleans.Concurrency;

namespace GridActors.Contracts.Divisions;

/// <summary>The index of a cell: which prefectures it has, and a revision that tells hosts when to read the reference data again. Key: <see cref="GrainKeys.Region"/>.</summary>
[Alias("gridactors.region"), Version(1)]
public interface IRegionGrain : IGrainWithStringKey
{
    [Alias("get"), AlwaysInterleave]
    [Access(AccessKind.Known)]
    Task<RegionIndex> GetAsync(CancellationToken ct);

    /// <summary>Says that reference data changed; called once after a whole import, not once a row. Durable when it returns.</summary>
    /// <param name="prefectures">Prefectures that may be new; those known stay.</param>
    [Alias("announce-change")]
    [Access(AccessKind.Anywhere, Permission = Permission.ChangeReference)]
    Task<RegionIndex> AnnounceChangeAsync(ImmutableArray<DivisionCode> prefectures, CancellationToken ct);

    /// <summary>Notes that a village has changes of its grids to be carried out. Durable when it returns.</summary>
    [Alias("note-grid-change")]
    [Access(AccessKind.Anywhere, Permission = Permission.ChangeReference)]
    Task NoteGridChangeAsync(DivisionCode village, CancellationToken ct);

    /// <summary>Notes that every change of a village is carried out; only its register says so.</summary>
    [Alias("forget-grid-change")]
    [Access(AccessKind.Anywhere, Permission = Permission.ChangeReference)]
    Task ForgetGridChangeAsync(DivisionCode village, CancellationToken ct);

    /// <summary>Villages with changes of their grids to be carried out, now or later.</summary>
    [Alias("list-villages-in-change"), AlwaysInterleave]
    [Access(AccessKind.Known)]
    Task<ImmutableArray<DivisionCode>> ListVillagesInChangeAsync(CancellationToken ct);

    /// <summary>Villages whose grids were ever changed, in order of their codes.</summary>
    [Alias("list-changed-villages"), AlwaysInterleave]
    [Access(AccessKind.Known)]
    Task<ImmutableArray<DivisionCode>> ListChangedVillagesAsync(CancellationToken ct);
}
