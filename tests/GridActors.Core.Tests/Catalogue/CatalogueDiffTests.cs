using GridActors.Core.Catalogue;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.Catalogue.Catalogues;

namespace GridActors.Core.Tests.Catalogue;

public sealed class CatalogueDiffTests
{
    [Fact]
    public void It_names_what_was_added_removed_and_changed()
    {
        var from = new CatalogueContent([Item("0101"), Item("0102")], [Licence], []);
        var to = new CatalogueContent(
            [Item("0101", nameEn: "Lid missing") with { AcceptLimit = new Limit(2, LimitUnit.WorkHour) }, Item("0103")],
            [Licence with { Ground = ReservedGround.Penalty }],
            [new ComplaintChannel("热线", "Hotline", "12345")]);

        var diff = CatalogueDiff.Between(from, to);

        Assert.Equal(["0103"], diff.Added.Select(i => i.Code.ToString()));
        Assert.Equal(["0102"], diff.Removed.Select(i => i.Code.ToString()));
        var changed = Assert.Single(diff.Changed);
        Assert.Equal("0101", changed.Code.ToString());
        Assert.Equal(
            [new ChangedField("nameEn", "Manhole cover missing", "Lid missing"), new ChangedField("acceptLimit", "15 minute", "2 work_hour")],
            changed.Fields.AsEnumerable());
        Assert.Equal([new ChangedField("ground", "licensing", "penalty")], Assert.Single(diff.ReservedChanged).Fields.AsEnumerable());
        Assert.True(diff.ChannelsDiffer);
    }

    [Fact]
    public void Every_field_of_an_item_is_compared_and_has_the_name_that_the_api_has()
    {
        var before = Item("0101") with { Severity = Severity.S1, ParallelTiers = [Tier.Village], TellsDepartment = false };
        var after = before with
        {
            GroupZh = "g", GroupEn = "G", NameZh = "n", NameEn = "N", Severity = Severity.S2, StartTier = Tier.County, OwnerZh = "o", OwnerEn = "O",
            AcceptLimit = new Limit(1, LimitUnit.NaturalDay), HandleLimit = new Limit(3, LimitUnit.WorkDay), ParallelTiers = [Tier.Village, Tier.County], TellsDepartment = true, Basis = "b",
        };

        var changed = Assert.Single(CatalogueDiff.Between(Of(before), Of(after)).Changed);

        Assert.Equal(
            [
                ("groupZh", before.GroupZh, "g"),
                ("groupEn", before.GroupEn, "G"),
                ("nameZh", before.NameZh, "n"),
                ("nameEn", before.NameEn, "N"),
                ("severity", "S1", "S2"),
                ("startTier", "township", "county"),
                ("ownerDepartment", before.OwnerZh, "o"),
                ("ownerDepartmentEn", before.OwnerEn, "O"),
                ("acceptLimit", "15 minute", "1 natural_day"),
                ("handleLimit", "4 urgent_hour", "3 work_day"),
                ("parallelTiers", "village", "village county"),
                ("tellsDepartment", "false", "true"),
                ("basis", before.Basis, "b"),
            ],
            changed.Fields.Select(f => (f.Name, f.From, f.To)));
        Assert.Empty(CatalogueDiff.Between(Of(before), Of(before)).Changed);
    }

    [Fact]
    public void Every_field_of_a_reserved_request_is_compared()
    {
        var to = Licence with { NameZh = "n", NameEn = "N", Ground = ReservedGround.Coercion, ReasonZh = "r", ReasonEn = "R", AuthorityZh = "a", AuthorityEn = "A" };

        var diff = CatalogueDiff.Between(new CatalogueContent([], [Licence], []), new CatalogueContent([], [to], []));

        Assert.Equal(
            ["nameZh", "nameEn", "ground", "reasonZh", "reasonEn", "authorityZh", "authorityEn"],
            Assert.Single(diff.ReservedChanged).Fields.Select(f => f.Name));
        Assert.False(diff.ChannelsDiffer);
        var gone = CatalogueDiff.Between(new CatalogueContent([], [Licence], []), CatalogueContent.Empty);
        Assert.Equal((0, 1), (gone.ReservedAdded.Length, gone.ReservedRemoved.Length));
    }

    [Fact]
    public void What_is_named_is_in_order_of_codes()
    {
        var diff = CatalogueDiff.Between(Of(Item("0103"), Item("0102")), Of(Item("0102", "x"), Item("0103", "x"), Item("0109"), Item("0108")));

        Assert.Equal(["0108", "0109"], diff.Added.Select(i => i.Code.ToString()));
        Assert.Equal(["0102", "0103"], diff.Changed.Select(c => c.Code.ToString()));
    }
}
