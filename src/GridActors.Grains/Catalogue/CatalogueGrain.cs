using System.Collections.Immutable;
using GridActors.Contracts;
using GridActors.Contracts.Catalogue;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;

namespace GridActors.Grains.Catalogue;

/// <summary>Reads, decides, saves. The rules are in <see cref="CatalogueDecider"/>.</summary>
[GrainType("catalogue")]
internal sealed class CatalogueGrain(
    [PersistentState(CatalogueState.Name, ReferenceStorage.Name)] IPersistentState<CatalogueState> state,
    TimeProvider clock) : Grain, ICatalogueGrain
{
    private CatalogueBook Book => state.State.ToBook();

    public Task<CatalogueVersion?> GetAsync(CancellationToken ct) => Task.FromResult(Book.Current);

    public async Task<bool> PublishAsync(ImmutableArray<CatalogueItem> items, CancellationToken ct)
    {
        var content = (Book.Current?.Content ?? CatalogueContent.Empty) with { Items = items };
        return (await ExecuteAsync(new PublishCatalogue(content), ct)).Published;
    }

    public async Task<CatalogueReply> ExecuteAsync(CatalogueCommand command, CancellationToken ct)
    {
        var inherited = await InheritedNumberAsync(ct);
        var before = Book;
        var decision = CatalogueDecider.Decide(before, command, inherited, clock.NowInMilliseconds());
        var after = decision.Book;
        if (after != before)
        {
            await state.SaveAsync(CatalogueState.Of(after), ct);
        }

        return new CatalogueReply(decision.Refusal, decision.Problems, after.Current, after.Draft, after.Current?.Number != before.Current?.Number);
    }

    public Task<CatalogueDraft?> GetDraftAsync(CancellationToken ct) => Task.FromResult(state.State.Draft);

    public Task<ImmutableArray<CatalogueSummary>> ListVersionsAsync(CancellationToken ct) => Task.FromResult<ImmutableArray<CatalogueSummary>>(
        [.. Book.Versions().Reverse().Select(v => new CatalogueSummary(v.Number, v.PublishedAt, v.Items.Length, v.Content.Reserved.Length))]);

    public Task<CatalogueVersion?> FindVersionAsync(int number, CancellationToken ct) => Task.FromResult(Book.Find(number));

    /// <summary>A county that publishes for the first time goes on counting where the division above has come to: a number then means one version in each county.</summary>
    private async Task<int> InheritedNumberAsync(CancellationToken ct)
    {
        var division = DivisionCode.Parse(GrainKeys.CodeIn(this.GetPrimaryKeyString()));
        return Book.Current is null && division.Parent is { } above
            ? (await GrainFactory.GetCatalogue(above).GetAsync(ct))?.Number ?? 0
            : 0;
    }
}
