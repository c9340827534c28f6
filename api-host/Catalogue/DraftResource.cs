using System.Collections.Immutable;
using GridActors.Core.Catalogue;

namespace GridActors.ApiHost.Catalogue;

/// <summary>A catalogue in the making.</summary>
/// <param name="Revision">Goes up with every save; also the ETag.</param>
/// <param name="BasedOn">The version that was current when it was saved; it can be published only while that is still so.</param>
public sealed record DraftResource(
    int Revision,
    int BasedOn,
    DateTimeOffset SavedAt,
    ImmutableArray<CatalogueItemResource> Items,
    ImmutableArray<ReservedRequestResource> ReservedRequests,
    ImmutableArray<ComplaintChannelResource> ComplaintChannels)
{
    public static DraftResource Of(CatalogueDraft draft) => new(
        draft.Revision,
        draft.BasedOn,
        draft.SavedAt,
        [.. draft.Content.Items.Select(CatalogueItemResource.Of)],
        [.. draft.Content.Reserved.Select(ReservedRequestResource.Of)],
        [.. draft.Content.Channels.Select(ComplaintChannelResource.Of)]);
}
