using GridActors.Contracts.Catalogue;
using GridActors.Core.Divisions;

namespace GridActors.ApiHost.Catalogue;

/// <summary>A published version without its items.</summary>
/// <param name="PublishedAt">Null where it was not recorded.</param>
/// <param name="Division">Who published it: the county, or the prefecture before the county had a catalogue of its own.</param>
/// <param name="Items">How many it has.</param>
/// <param name="ReservedRequests">How many it has.</param>
public sealed record VersionResource(int Version, DateTimeOffset? PublishedAt, DivisionCode Division, int Items, int ReservedRequests)
{
    public static VersionResource Of(DivisionCode publisher, CatalogueSummary version) =>
        new(version.Number, CatalogueResource.InstantOf(version.PublishedAt), publisher, version.Items, version.Reserved);
}
