using System.Collections.Immutable;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Catalogue;

/// <summary>One item of a county's catalogue (Art. 9): what an incident can be about, who owns it, where it starts and how long each step may take.</summary>
/// <param name="StartTier">The lowest tier that can accept it.</param>
/// <param name="AcceptLimit">Time each tier has to accept it before it climbs.</param>
/// <param name="HandleLimit">Time from acceptance to the close.</param>
/// <param name="ParallelTiers">Tiers that an emergency is told to at once; empty otherwise.</param>
/// <param name="TellsDepartment">Whether an emergency is told to the owner department at once.</param>
/// <param name="Basis">Where the limits come from.</param>
[GenerateSerializer, Immutable, Alias("catalogue-item")]
public sealed record CatalogueItem(
    [property: Id(0)] ItemCode Code,
    [property: Id(1)] string GroupZh,
    [property: Id(2)] string GroupEn,
    [property: Id(3)] string NameZh,
    [property: Id(4)] string NameEn,
    [property: Id(5)] Severity Severity,
    [property: Id(6)] string OwnerZh,
    [property: Id(7)] string OwnerEn,
    [property: Id(8)] Tier StartTier,
    [property: Id(9)] Limit AcceptLimit,
    [property: Id(10)] Limit HandleLimit,
    [property: Id(11)] ImmutableArray<Tier> ParallelTiers,
    [property: Id(12)] bool TellsDepartment,
    [property: Id(13)] string Basis)
{
    public bool Equals(CatalogueItem? other) =>
        other is not null
        && (Code, GroupZh, GroupEn, NameZh, NameEn, Severity) == (other.Code, other.GroupZh, other.GroupEn, other.NameZh, other.NameEn, other.Severity)
        && (OwnerZh, OwnerEn, StartTier, AcceptLimit, HandleLimit, TellsDepartment, Basis)
            == (other.OwnerZh, other.OwnerEn, other.StartTier, other.AcceptLimit, other.HandleLimit, other.TellsDepartment, other.Basis)
        && ParallelTiers.AsSpan().SequenceEqual(other.ParallelTiers.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Code, NameZh, Severity, StartTier);
}
