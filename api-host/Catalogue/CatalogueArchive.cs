using System.Collections.Immutable;
using GridActors.Contracts.Catalogue;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Grains;

namespace GridActors.ApiHost.Catalogue;

/// <summary>
/// The versions that ever held in a county: those of the prefecture until the county published its own, then its own. Their
/// numbers go on counting, so a number means one version in each county.
/// </summary>
internal sealed class CatalogueArchive(IGrainFactory grains)
{
    /// <summary>Oldest first, each with the division that published it.</summary>
    public async Task<ImmutableArray<(DivisionCode Publisher, CatalogueSummary Version)>> ListAsync(DivisionCode division, CancellationToken ct)
    {
        var own = await grains.GetCatalogue(division).ListVersionsAsync(ct);
        var inherited = division.Parent is { } above ? await ListAsync(above, ct) : [];
        return [.. inherited.Where(v => own.IsEmpty || v.Version.Number < own[0].Number), .. own.Select(v => (division, v))];
    }

    public async Task<CatalogueVersion?> FindAsync(DivisionCode division, int number, CancellationToken ct) =>
        (await ListAsync(division, ct)).FirstOrDefault(v => v.Version.Number == number) is { Version: not null } found
            ? await grains.GetCatalogue(found.Publisher).FindVersionAsync(number, ct)
            : null;
}
