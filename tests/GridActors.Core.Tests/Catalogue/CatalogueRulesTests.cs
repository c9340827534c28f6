using GridActors.Core.Catalogue;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.Catalogue.Catalogues;

namespace GridActors.Core.Tests.Catalogue;

public sealed class CatalogueRulesTests
{
    private static readonly CatalogueContent _sound = new([Item("0101")], [Licence], [new ComplaintChannel("热线", "Hotline", "12345")]);

    [Fact]
    public void A_sound_catalogue_has_no_problems() => Assert.Empty(CatalogueRules.FindProblems(_sound));

    [Fact]
    public void Without_items_every_report_would_be_refused() =>
        Assert.Equal([("items", "items_required")], Problems(CatalogueContent.Empty));

    [Fact]
    public void Everything_that_is_wrong_is_found_at_once() => Assert.Equal(
        [
            ("items[0].nameZh", "name_zh_required"),
            ("items[0].basis", "basis_too_long"),
            ("items[0].acceptLimit", "limit_malformed"),
            ("items[0].parallelTiers", "parallel_tiers_without_emergency"),
            ("reservedRequests[0].reasonEn", "reason_en_not_text"),
            ("complaintChannels[0].address", "address_required"),
        ],
        Problems(new CatalogueContent(
            [Item("0101") with { NameZh = " ", Basis = new string('x', 201), AcceptLimit = new Limit(0, LimitUnit.Minute), ParallelTiers = [Tier.Village] }],
            [Licence with { ReasonEn = "a\tb" }],
            [new ComplaintChannel("热线", "Hotline", "")])));

    [Fact]
    public void The_clock_of_an_emergency_never_stops() => Assert.Equal(
        [("items[0].handleLimit", "emergency_clock_stops")],
        Problems(Of(Item("0101") with { Severity = Severity.S1, ParallelTiers = [Tier.Village], TellsDepartment = true, HandleLimit = new Limit(1, LimitUnit.WorkDay) })));

    [Fact]
    public void A_code_means_one_thing() => Assert.Equal(
        [("items[1].code", "item_code_twice"), ("reservedRequests[0].code", "item_code_twice")],
        Problems(new CatalogueContent([Item("9001"), Item("9001")], [Licence], [])));

    [Fact]
    public void A_request_that_describes_persons_is_refused_like_an_item() => Assert.Equal(
        [("reservedRequests[0]", "item_describes_persons")],
        Problems(_sound with { Reserved = [Licence with { NameZh = "流动人口登记" }] }));

    private static IEnumerable<(string Path, string Code)> Problems(CatalogueContent content) =>
        CatalogueRules.FindProblems(content).Select(p => (p.Path, p.Code));
}
