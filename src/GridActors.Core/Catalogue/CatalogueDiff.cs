using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Catalogue;

/// <summary>What is different between two catalogues; each list in order of codes.</summary>
/// <param name="ChannelsDiffer">Whether the complaint channels, which have no codes, are not the same.</param>
public sealed record CatalogueDiff(
    ImmutableArray<CatalogueItem> Added,
    ImmutableArray<CatalogueItem> Removed,
    ImmutableArray<ChangedEntry> Changed,
    ImmutableArray<ReservedRequest> ReservedAdded,
    ImmutableArray<ReservedRequest> ReservedRemoved,
    ImmutableArray<ChangedEntry> ReservedChanged,
    bool ChannelsDiffer)
{
    private static readonly ImmutableArray<(string Name, Func<CatalogueItem, string> Read)> _itemFields =
    [
        ("groupZh", i => i.GroupZh),
        ("groupEn", i => i.GroupEn),
        ("nameZh", i => i.NameZh),
        ("nameEn", i => i.NameEn),
        ("severity", i => i.Severity.ToString()),
        ("startTier", i => WordOf(i.StartTier)),
        ("ownerDepartment", i => i.OwnerZh),
        ("ownerDepartmentEn", i => i.OwnerEn),
        ("acceptLimit", i => TextOf(i.AcceptLimit)),
        ("handleLimit", i => TextOf(i.HandleLimit)),
        ("parallelTiers", i => string.Join(' ', i.ParallelTiers.Select(WordOf))),
        ("tellsDepartment", i => i.TellsDepartment ? "true" : "false"),
        ("basis", i => i.Basis),
    ];

    private static readonly ImmutableArray<(string Name, Func<ReservedRequest, string> Read)> _reservedFields =
    [
        ("nameZh", r => r.NameZh),
        ("nameEn", r => r.NameEn),
        ("ground", r => WordOf(r.Ground)),
        ("reasonZh", r => r.ReasonZh),
        ("reasonEn", r => r.ReasonEn),
        ("authorityZh", r => r.AuthorityZh),
        ("authorityEn", r => r.AuthorityEn),
    ];

    public static CatalogueDiff Between(CatalogueContent from, CatalogueContent to) => new(
        Only(to.Items, from.Items, i => i.Code),
        Only(from.Items, to.Items, i => i.Code),
        Changes(from.Items, to.Items, i => i.Code, _itemFields),
        Only(to.Reserved, from.Reserved, r => r.Code),
        Only(from.Reserved, to.Reserved, r => r.Code),
        Changes(from.Reserved, to.Reserved, r => r.Code, _reservedFields),
        !from.Channels.SequenceEqual(to.Channels));

    private static ImmutableArray<T> Only<T>(ImmutableArray<T> here, ImmutableArray<T> there, Func<T, ItemCode> codeOf) =>
        [.. here.ExceptBy(there.Select(codeOf), codeOf).OrderBy(codeOf)];

    private static ImmutableArray<ChangedEntry> Changes<T>(
        ImmutableArray<T> from, ImmutableArray<T> to, Func<T, ItemCode> codeOf, ImmutableArray<(string Name, Func<T, string> Read)> fields) =>
    [
        .. from.Join(to, codeOf, codeOf, (before, after) => new ChangedEntry(
                codeOf(after),
                [.. fields.Where(f => f.Read(before) != f.Read(after)).Select(f => new ChangedField(f.Name, f.Read(before), f.Read(after)))]))
            .Where(c => !c.Fields.IsEmpty)
            .OrderBy(c => c.Code),
    ];

    private static string TextOf(Limit limit) => string.Create(CultureInfo.InvariantCulture, $"{limit.Value} {WordOf(limit.Unit)}");

    private static string WordOf<TWord>(TWord word)
        where TWord : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString());
}

/// <summary>An entry that both catalogues have, and not the same.</summary>
/// <param name="Fields">At least one.</param>
public sealed record ChangedEntry(ItemCode Code, ImmutableArray<ChangedField> Fields);

/// <param name="Name">As the API calls it.</param>
/// <param name="From">As text; a limit is a number and its unit.</param>
public sealed record ChangedField(string Name, string From, string To);
