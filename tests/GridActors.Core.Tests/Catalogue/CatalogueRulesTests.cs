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
    public void Minutes_hours_and_natural_days_are_what_an_emergency_may_have() =>
        Assert.Empty(Problems(Of(Item("0101") with { Severity = Severity.S1, ParallelTiers = [Tier.Village], TellsDepartment = true, HandleLimit = new Limit(1, LimitUnit.NaturalDay) })));

    [Fact]
    public void An_emergency_alone_tells_its_department_at_once() =>
        Assert.Equal([("items[0].parallelTiers", "parallel_tiers_without_emergency")], Problems(Of(Item("0101") with { TellsDepartment = true })));

    [Fact]
    public void The_longest_limit_and_the_longest_name_are_allowed_and_nothing_beyond()
    {
        var longest = Item("0101") with { NameZh = new string('x', 200), AcceptLimit = new Limit(1, LimitUnit.Minute), HandleLimit = new Limit(10_000, LimitUnit.WorkDay) };

        Assert.Empty(Problems(Of(longest)));
        Assert.Equal(
            [("items[0].nameZh", "name_zh_too_long"), ("items[0].handleLimit", "limit_malformed")],
            Problems(Of(longest with { NameZh = new string('x', 201), HandleLimit = new Limit(10_001, LimitUnit.WorkDay) })));
    }

    [Fact]
    public void Every_text_is_asked_for()
    {
        var item = Item("0101") with { GroupZh = "", GroupEn = "", NameZh = "", NameEn = "", OwnerZh = "", OwnerEn = "" };
        var licence = Licence with { NameZh = "", NameEn = "", ReasonZh = "", ReasonEn = "", AuthorityZh = "", AuthorityEn = "" };

        Assert.Equal(
            [
                ("items[0].groupZh", "group_zh_required"),
                ("items[0].groupEn", "group_en_required"),
                ("items[0].nameZh", "name_zh_required"),
                ("items[0].nameEn", "name_en_required"),
                ("items[0].ownerDepartment", "owner_department_required"),
                ("items[0].ownerDepartmentEn", "owner_department_en_required"),
                ("reservedRequests[0].nameZh", "name_zh_required"),
                ("reservedRequests[0].nameEn", "name_en_required"),
                ("reservedRequests[0].reasonZh", "reason_zh_required"),
                ("reservedRequests[0].reasonEn", "reason_en_required"),
                ("reservedRequests[0].authorityZh", "authority_zh_required"),
                ("reservedRequests[0].authorityEn", "authority_en_required"),
                ("complaintChannels[0].nameZh", "name_zh_required"),
                ("complaintChannels[0].nameEn", "name_en_required"),
                ("complaintChannels[0].address", "address_required"),
            ],
            Problems(new CatalogueContent([item], [licence], [new ComplaintChannel("", "", "")])));
    }

    [Fact]
    public void Every_problem_says_in_words_what_is_wrong() => Assert.All(
        CatalogueRules.FindProblems(new CatalogueContent(
            [Item("9001") with { NameZh = "", Basis = new string('x', 201), GroupEn = "a\tb", AcceptLimit = new Limit(0, LimitUnit.WorkDay), TellsDepartment = true }, Item("0101") with { NameZh = "流动人口", Severity = Severity.S1, HandleLimit = new Limit(1, LimitUnit.WorkDay) }],
            [Licence],
            [])).Concat(CatalogueRules.FindProblems(CatalogueContent.Empty)),
        p => Assert.NotEmpty(p.Message));

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
