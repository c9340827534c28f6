using System.Collections.Immutable;
using GridActors.Core.Catalogue;

namespace GridActors.ApiHost.Catalogue;

/// <summary>What is different between two catalogues.</summary>
/// <param name="From">A version's number, or "draft".</param>
/// <param name="To">A version's number, or "draft".</param>
/// <param name="Added">Only in the second one.</param>
/// <param name="Removed">Only in the first one.</param>
/// <param name="Changed">In both, with the fields that differ.</param>
/// <param name="ComplaintChannelsDiffer">Whether the lists of complaint channels are not the same.</param>
public sealed record DiffResource(
    string From,
    string To,
    ImmutableArray<CatalogueItemResource> Added,
    ImmutableArray<CatalogueItemResource> Removed,
    ImmutableArray<ChangedEntryResource> Changed,
    ImmutableArray<ReservedRequestResource> ReservedAdded,
    ImmutableArray<ReservedRequestResource> ReservedRemoved,
    ImmutableArray<ChangedEntryResource> ReservedChanged,
    bool ComplaintChannelsDiffer)
{
    public static DiffResource Of(string from, string to, CatalogueDiff diff) => new(
        from,
        to,
        [.. diff.Added.Select(CatalogueItemResource.Of)],
        [.. diff.Removed.Select(CatalogueItemResource.Of)],
        [.. diff.Changed.Select(ChangedEntryResource.Of)],
        [.. diff.ReservedAdded.Select(ReservedRequestResource.Of)],
        [.. diff.ReservedRemoved.Select(ReservedRequestResource.Of)],
        [.. diff.ReservedChanged.Select(ChangedEntryResource.Of)],
        diff.ChannelsDiffer);
}

/// <param name="Fields">At least one.</param>
public sealed record ChangedEntryResource(ItemCode Code, ImmutableArray<ChangedFieldResource> Fields)
{
    public static ChangedEntryResource Of(ChangedEntry entry) => new(entry.Code, [.. entry.Fields.Select(f => new ChangedFieldResource(f.Name, f.From, f.To))]);
}

/// <param name="From">As text; a limit is a number and its unit.</param>
/// <param name="To">As text; a limit is a number and its unit.</param>
public sealed record ChangedFieldResource(string Name, string From, string To);
