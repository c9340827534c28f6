using System.Diagnostics;

namespace GridActors.Core.Catalogue;

/// <summary>The rules of drafting and publishing (Art. 9). Pure. What was published is never changed; incidents stay with their version.</summary>
public static class CatalogueDecider
{
    /// <param name="inherited">The number of the version that a division above publishes for this one; 0 where there is none.</param>
    public static CatalogueDecision Decide(CatalogueBook book, CatalogueCommand command, int inherited, DateTimeOffset now) => command switch
    {
        PublishCatalogue c => Accept(Published(book, c.Content.Sorted(), inherited, now)),
        SaveDraft c => Save(book, c, inherited, now),
        PublishDraft c => RefusalOf(book, c.IfRevision) is { } refusal ? Refuse(book, refusal) : PublishDraft(book, book.Draft!, inherited, now),
        DiscardDraft c => RefusalOf(book, c.IfRevision) is { } refusal ? Refuse(book, refusal) : Accept(book with { Draft = null }),
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private static CatalogueDecision Save(CatalogueBook book, SaveDraft command, int inherited, DateTimeOffset now)
    {
        if (command.IfRevision is { } expected && book.Draft?.Revision != expected)
        {
            return Refuse(book, CatalogueRefusal.StaleDraft);
        }

        var problems = CatalogueRules.FindProblems(command.Content);
        var revision = book.LastRevision + 1;
        return problems.IsEmpty
            ? Accept(book with { Draft = new CatalogueDraft(revision, NumberIn(book, inherited), now, command.Content.Sorted()), LastRevision = revision })
            : new CatalogueDecision(book, CatalogueRefusal.DraftInvalid, problems);
    }

    private static CatalogueDecision PublishDraft(CatalogueBook book, CatalogueDraft draft, int inherited, DateTimeOffset now) =>
        draft.BasedOn != NumberIn(book, inherited)
            ? Refuse(book, CatalogueRefusal.DraftOutdated)
            : Accept(Published(book, draft.Content, inherited, now) with { Draft = null });

    private static CatalogueBook Published(CatalogueBook book, CatalogueContent content, int inherited, DateTimeOffset now) =>
        book.Current is { } current && current.Content == content
            ? book
            : book.Publish(CatalogueVersion.Of(NumberIn(book, inherited) + 1, content, now));

    private static int NumberIn(CatalogueBook book, int inherited) => book.Current?.Number ?? inherited;

    private static CatalogueRefusal? RefusalOf(CatalogueBook book, int? ifRevision) =>
        book.Draft is not { } draft ? CatalogueRefusal.NoDraft
        : ifRevision is { } expected && draft.Revision != expected ? CatalogueRefusal.StaleDraft
        : null;

    private static CatalogueDecision Accept(CatalogueBook book) => new(book, null, []);

    private static CatalogueDecision Refuse(CatalogueBook book, CatalogueRefusal refusal) => new(book, refusal, []);
}
