using GridActors.Core.Grids;

namespace GridActors.Contracts.Grids;

/// <summary>What became of a change that somebody wanted filed.</summary>
/// <param name="Change">As it is filed; null where it was refused.</param>
/// <param name="IsNew">False where it was filed before.</param>
/// <param name="About">The grid to blame for a refusal; null where no single one is.</param>
[GenerateSerializer, Immutable, Alias("grid-change-reply")]
public sealed record GridChangeReply(
    [property: Id(0)] GridChange? Change,
    [property: Id(1)] bool IsNew,
    [property: Id(2)] GridRefusal? Refusal,
    [property: Id(3)] GridCode? About);
