using GridActors.Core.Catalogue;
using static GridActors.Core.Tests.Catalogue.Catalogues;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Catalogue;

public sealed class CatalogueDeciderTests
{
    private static readonly DateTimeOffset _now = Local("2025-03-03 11:00");
    private static readonly CatalogueContent _first = Of(Item("0101"), Item("0102"));
    private static readonly CatalogueContent _second = Of(Item("0101", acceptMinutes: 30), Item("0103"));

    [Fact]
    public void A_draft_changes_nothing_until_it_is_published()
    {
        var published = Do(CatalogueBook.Empty, new PublishCatalogue(_first));

        var drafted = Do(published, new SaveDraft(_second, null));
        var next = Do(drafted, new PublishDraft(1));

        Assert.Equal(_first, drafted.Current!.Content);
        Assert.Equal((1, 1, _second), (drafted.Draft!.Revision, drafted.Draft.BasedOn, drafted.Draft.Content));
        Assert.Equal((2, _second, _now), (next.Current!.Number, next.Current.Content, next.Current.PublishedAt));
        Assert.Null(next.Draft);
        Assert.Equal(_first, next.Find(1)!.Content);
        Assert.Null(next.Find(3));
    }

    [Fact]
    public void Items_are_kept_in_order_of_their_codes() =>
        Assert.Equal(_first, Do(CatalogueBook.Empty, new SaveDraft(_first with { Items = [.. _first.Items.Reverse()] }, null)).Draft!.Content);

    [Fact]
    public void Who_saw_an_older_revision_is_refused()
    {
        var book = Do(Do(CatalogueBook.Empty, new SaveDraft(_first, null)), new SaveDraft(_second, 1));

        Assert.Equal(2, book.Draft!.Revision);
        Assert.Equal(CatalogueRefusal.StaleDraft, Decide(book, new SaveDraft(_first, 1)).Refusal);
        Assert.Equal(CatalogueRefusal.StaleDraft, Decide(book, new PublishDraft(1)).Refusal);
        Assert.Equal(CatalogueRefusal.StaleDraft, Decide(book, new DiscardDraft(1)).Refusal);
        Assert.Equal(CatalogueRefusal.StaleDraft, Decide(CatalogueBook.Empty, new SaveDraft(_first, 1)).Refusal);
    }

    [Fact]
    public void A_later_draft_never_has_a_revision_of_an_earlier_one()
    {
        var book = Do(Do(CatalogueBook.Empty, new SaveDraft(_first, null)), new DiscardDraft(null));

        Assert.Null(book.Draft);
        Assert.Equal(2, Do(book, new SaveDraft(_first, null)).Draft!.Revision);
        Assert.Equal(CatalogueRefusal.NoDraft, Decide(book, new PublishDraft(null)).Refusal);
        Assert.Equal(CatalogueRefusal.NoDraft, Decide(book, new DiscardDraft(null)).Refusal);
    }

    [Fact]
    public void A_draft_that_another_publication_overtook_has_to_be_saved_again()
    {
        var book = Do(Do(CatalogueBook.Empty, new SaveDraft(_first, null)), new PublishCatalogue(_second));

        Assert.Equal(CatalogueRefusal.DraftOutdated, Decide(book, new PublishDraft(null)).Refusal);
        Assert.Equal(2, Do(Do(book, new SaveDraft(_first, null)), new PublishDraft(null)).Current!.Number);
    }

    [Fact]
    public void Publishing_what_holds_already_is_no_new_version()
    {
        var book = Do(CatalogueBook.Empty, new PublishCatalogue(_first));

        var again = Do(Do(book, new SaveDraft(_first, null)), new PublishDraft(null));

        Assert.Same(book, Do(book, new PublishCatalogue(_first)));
        Assert.Equal((1, null), (again.Current!.Number, again.Draft));
    }

    [Fact]
    public void The_first_version_of_a_county_follows_the_one_that_it_inherited()
    {
        var drafted = CatalogueDecider.Decide(CatalogueBook.Empty, new SaveDraft(_first, null), inherited: 4, _now).Book;

        Assert.Equal(5, CatalogueDecider.Decide(drafted, new PublishDraft(null), inherited: 4, _now).Book.Current!.Number);
        Assert.Equal(CatalogueRefusal.DraftOutdated, CatalogueDecider.Decide(drafted, new PublishDraft(null), inherited: 5, _now).Refusal);
    }

    [Fact]
    public void A_draft_that_breaks_the_rules_is_not_saved()
    {
        var decision = Decide(CatalogueBook.Empty, new SaveDraft(Of(Item("0101", nameEn: "Watch list")), null));

        Assert.Equal(CatalogueRefusal.DraftInvalid, decision.Refusal);
        Assert.Equal("item_describes_persons", Assert.Single(decision.Problems).Code);
        Assert.Null(decision.Book.Draft);
    }

    private static CatalogueDecision Decide(CatalogueBook book, CatalogueCommand command) => CatalogueDecider.Decide(book, command, inherited: 0, _now);

    private static CatalogueBook Do(CatalogueBook book, CatalogueCommand command)
    {
        var decision = Decide(book, command);
        Assert.Null(decision.Refusal);
        return decision.Book;
    }
}
