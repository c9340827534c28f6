using System.Collections.Immutable;
using System.Globalization;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.WorkingTime;

namespace GridActors.ApiHost.Catalogue;

/// <summary>The catalogue as it is published to everybody (Art. 9, 16): what can be reported, who answers for it and how long it may take, what is refused, and where to complain.</summary>
/// <param name="PublishedAt">Null where it was not recorded.</param>
public sealed record PublicCatalogueResource(
    DivisionCode Division,
    string DivisionName,
    int Version,
    DateTimeOffset? PublishedAt,
    ImmutableArray<PublicItemResource> Items,
    ImmutableArray<ReservedRequestResource> ReservedRequests,
    ImmutableArray<ComplaintChannelResource> ComplaintChannels)
{
    public static PublicCatalogueResource Of(Division division, CatalogueVersion catalogue) => new(
        division.Code,
        division.Name,
        catalogue.Number,
        CatalogueResource.InstantOf(catalogue.PublishedAt),
        [.. catalogue.Items.Select(PublicItemResource.Of)],
        [.. catalogue.Content.Reserved.Select(ReservedRequestResource.Of)],
        [.. catalogue.Content.Channels.Select(ComplaintChannelResource.Of)]);
}

/// <param name="OwnerZh">Who answers for it, in Chinese.</param>
/// <param name="OwnerEn">Who answers for it, in English.</param>
public sealed record PublicItemResource(
    ItemCode Code,
    string GroupZh,
    string GroupEn,
    string NameZh,
    string NameEn,
    string OwnerZh,
    string OwnerEn,
    PublicLimitResource AcceptLimit,
    PublicLimitResource HandleLimit)
{
    public static PublicItemResource Of(CatalogueItem item) => new(
        item.Code,
        item.GroupZh,
        item.GroupEn,
        item.NameZh,
        item.NameEn,
        item.OwnerZh,
        item.OwnerEn,
        PublicLimitResource.Of(item.AcceptLimit),
        PublicLimitResource.Of(item.HandleLimit));
}

/// <summary>A limit in figures and in words.</summary>
public sealed record PublicLimitResource(int Value, LimitUnit Unit, string Zh, string En)
{
    public static PublicLimitResource Of(Limit limit)
    {
        var (zh, one, many) = limit.Unit switch
        {
            LimitUnit.Minute => ("分钟", "minute", "minutes"),
            LimitUnit.UrgentHour => ("小时（不分昼夜）", "hour, day and night", "hours, day and night"),
            LimitUnit.NaturalDay => ("个自然日", "calendar day", "calendar days"),
            LimitUnit.WorkHour => ("个工作小时", "working hour", "working hours"),
            _ => ("个工作日", "working day", "working days"),
        };
        var value = limit.Value.ToString(CultureInfo.InvariantCulture);
        return new PublicLimitResource(limit.Value, limit.Unit, $"{value}{zh}", $"{value} {(limit.Value == 1 ? one : many)}");
    }
}
