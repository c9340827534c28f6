namespace GridActors.Core.Catalogue;

/// <summary>Where people complain about the service (Art. 16): published with the catalogue, never a person's own number.</summary>
/// <param name="Address">A service's telephone number, a web address or a counter.</param>
[GenerateSerializer, Immutable, Alias("complaint-channel")]
public sealed record ComplaintChannel(
    [property: Id(0)] string NameZh,
    [property: Id(1)] string NameEn,
    [property: Id(2)] string Address);
