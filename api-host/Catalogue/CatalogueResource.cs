using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;

namespace GridActors.ApiHost.Catalogue;

/// <summary>What incidents can be about in a division.</summary>
/// <param name="Version">Goes up with each publication; an incident lives under the one that it was reported under.</param>
/// <param name="Items">In order of their codes.</param>
/// <param name="ReservedRequests">What only a licensed authority may do: a report of it is refused, and the reason says who is competent.</param>
/// <param name="ComplaintChannels">Where people complain about the service.</param>
/// <param name="PublishedAt">Null where it was not recorded.</param>
public sealed record CatalogueResource(
    int Version,
    ImmutableArray<CatalogueItemResource> Items,
    ImmutableArray<ReservedRequestResource> ReservedRequests,
    ImmutableArray<ComplaintChannelResource> ComplaintChannels,
    DateTimeOffset? PublishedAt)
{
    public static CatalogueResource Of(CatalogueVersion catalogue) => new(
        catalogue.Number,
        [.. catalogue.Items.Select(CatalogueItemResource.Of)],
        [.. catalogue.Content.Reserved.Select(ReservedRequestResource.Of)],
        [.. catalogue.Content.Channels.Select(ComplaintChannelResource.Of)],
        InstantOf(catalogue.PublishedAt));

    /// <summary>Null for the instant of versions that were stored without one.</summary>
    public static DateTimeOffset? InstantOf(DateTimeOffset publishedAt) => publishedAt == default ? null : publishedAt;
}

/// <param name="StartTier">The lowest tier that can accept it.</param>
/// <param name="OwnerDepartment">Who answers for it, in Chinese.</param>
/// <param name="OwnerDepartmentEn">Who answers for it, in English.</param>
/// <param name="AcceptLimit">Time each tier has to accept it before it climbs.</param>
/// <param name="HandleLimit">Time from acceptance to the close.</param>
/// <param name="ParallelTiers">Tiers that an emergency is told to at once; empty otherwise.</param>
/// <param name="Basis">Where the limits come from.</param>
/// <param name="TellsDepartment">Whether an emergency is told to the owner department at once.</param>
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
    string Basis,
    bool TellsDepartment)
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
        item.Basis,
        item.TellsDepartment);
}

/// <param name="Unit">The first three always run; work hours and work days run on the county's working calendar.</param>
public sealed record LimitResource(int Value, LimitUnit Unit)
{
    public static LimitResource Of(Limit limit) => new(limit.Value, limit.Unit);
}

/// <summary>Something that only a licensed authority may do.</summary>
/// <param name="ReasonZh">Why it is refused, in Chinese.</param>
/// <param name="ReasonEn">Why it is refused, in English.</param>
/// <param name="AuthorityZh">Who is competent, in Chinese.</param>
/// <param name="AuthorityEn">Who is competent, in English.</param>
public sealed record ReservedRequestResource(
    ItemCode Code,
    string NameZh,
    string NameEn,
    ReservedGround Ground,
    string ReasonZh,
    string ReasonEn,
    string AuthorityZh,
    string AuthorityEn)
{
    public static ReservedRequestResource Of(ReservedRequest request) => new(
        request.Code,
        request.NameZh,
        request.NameEn,
        request.Ground,
        request.ReasonZh,
        request.ReasonEn,
        request.AuthorityZh,
        request.AuthorityEn);
}

/// <param name="Address">A service's telephone number, a web address or a counter.</param>
public sealed record ComplaintChannelResource(string NameZh, string NameEn, string Address)
{
    public static ComplaintChannelResource Of(ComplaintChannel channel) => new(channel.NameZh, channel.NameEn, channel.Address);
}
