namespace GridActors.Core.Catalogue;

/// <summary>Why only a licensed authority may do something (Art. 15).</summary>
public enum ReservedGround
{
    Licensing,
    Penalty,
    Coercion,
}

/// <summary>
/// Something that people ask for and that only a licensed authority may do (Art. 15). It has a code of its own in the
/// catalogue; a report of it is refused with the reason and with the authority that is competent.
/// </summary>
/// <param name="ReasonZh">Why it is refused, as the requester reads it.</param>
/// <param name="AuthorityZh">Who is competent.</param>
[GenerateSerializer, Immutable, Alias("reserved-request")]
public sealed record ReservedRequest(
    [property: Id(0)] ItemCode Code,
    [property: Id(1)] string NameZh,
    [property: Id(2)] string NameEn,
    [property: Id(3)] ReservedGround Ground,
    [property: Id(4)] string ReasonZh,
    [property: Id(5)] string ReasonEn,
    [property: Id(6)] string AuthorityZh,
    [property: Id(7)] string AuthorityEn);
