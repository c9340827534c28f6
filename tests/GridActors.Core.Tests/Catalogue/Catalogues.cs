using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Incidents;
using GridActors.Core.Tests.Incidents;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Tests.Catalogue;

/// <summary>Catalogues that tests speak about.</summary>
internal static class Catalogues
{
    public static ReservedRequest Licence { get; } = new(
        ItemCode.Parse("9001"), "办理营业执照", "Business licence", ReservedGround.Licensing, "行政许可", "It needs a licence.", "市场监督管理局", "Market regulation");

    public static CatalogueItem Item(string code, string nameEn = "Manhole cover missing", int acceptMinutes = 15) =>
        Story.ItemOf(Tier.Township, new Limit(acceptMinutes, LimitUnit.Minute), new Limit(4, LimitUnit.UrgentHour)) with { Code = ItemCode.Parse(code), NameEn = nameEn };

    public static CatalogueContent Of(params ImmutableArray<CatalogueItem> items) => CatalogueContent.Empty with { Items = items };
}
