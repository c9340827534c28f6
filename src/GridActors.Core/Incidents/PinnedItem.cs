using GridActors.Core.Catalogue;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Incidents;

/// <summary>What an incident keeps of the catalogue version that it was reported under; later versions do not touch it.</summary>
[GenerateSerializer, Immutable, Alias("pinned-item")]
public sealed record PinnedItem(
    [property: Id(0)] ItemCode Code,
    [property: Id(1)] int CatalogueVersion,
    [property: Id(2)] Severity Severity,
    [property: Id(3)] Limit AcceptLimit,
    [property: Id(4)] Limit HandleLimit);
