using System.Collections.Immutable;

namespace GridActors.Core.Workers;

/// <summary>A worker by badge number: where, in which role and when on duty. No name, no contact, no personal data.</summary>
/// <param name="Duties">Also those that are over and those to come.</param>
[GenerateSerializer, Immutable, Alias("worker")]
public sealed record Worker(
    [property: Id(0)] WorkerId Id,
    [property: Id(1)] ImmutableArray<Duty> Duties)
{
    /// <summary>That the worker may be one (Art. 11); null where nobody has verified it.</summary>
    [Id(2)]
    public Verification? Eligibility { get; init; }

    /// <summary>That the worker does not lead the village committee, who may not be head (Art. 10); null where nobody has verified it.</summary>
    [Id(3)]
    public Verification? NotCommitteeLeader { get; init; }

    /// <summary>The latest; null where none was issued.</summary>
    [Id(4)]
    public Badge? Badge { get; init; }
}
