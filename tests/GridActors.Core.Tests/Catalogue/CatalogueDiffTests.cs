using GridActors.Core.Catalogue;
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
}
