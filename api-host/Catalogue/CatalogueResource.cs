using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;

namespace GridActors.ApiHost.Catalogue;

/// <summary>What incidents can be about in a division.</summary>
/// <param name="Version">Goes up with each publication; an incident lives under the one that it was reported under.</param>
/// <param name="Items">In order of their codes.</param>
public sealed record CatalogueResource(int Version, ImmutableArray<CatalogueItemResource> Items)
{
    public static CatalogueResource Of(CatalogueVersion catalogue) => new(catalogue.Number, [.. catalogue.Items.Select(CatalogueItemResource.Of)]);
}

/// <param name="StartTier">The lowest tier that can accept it.</param>
/// <param name="OwnerDepartment">Who answers for it, in Chinese.</param>
/// <param name="OwnerDepartmentEn">Who answers for it, in English.</param>
/// <param name="AcceptLimit">Time each tier has to accept it before it climbs.</param>
/// <param name="HandleLimit">Time from acceptance to the close.</param>
/// <param name="ParallelTiers">Tiers that an emergency is told to at once; empty otherwise.</param>
/// <param name="Basis">Where the limits come from.</param>
public sealed record CatalogueItemResource(
    ItemCode Code,
    string GroupZh,
    string GroupEn,
    string NameZh,
    string NameEn,
    Severity Severity,
    Tier StartTier,
    string OwnerDepartment,
    string OwnerDepartmentEn,
    LimitResource AcceptLimit,
    LimitResource HandleLimit,
    ImmutableArray<Tier> ParallelTiers,
    string Basis)
{
    public static CatalogueItemResource Of(CatalogueItem item) => new(
        item.Code,
        item.GroupZh,
        item.GroupEn,
        item.NameZh,
        item.NameEn,
        item.Severity,
        item.StartTier,
        item.OwnerZh,
        item.OwnerEn,
        LimitResource.Of(item.AcceptLimit),
        LimitResource.Of(item.HandleLimit),
        item.ParallelTiers,
        item.Basis);
}

/// <param name="Unit">The first three always run; work hours and work days run on the county's working calendar.</param>
public sealed record LimitResource(int Value, LimitUnit Unit)
{
    public static LimitResource Of(Limit limit) => new(limit.Value, limit.Unit);
}
