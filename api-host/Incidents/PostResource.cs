using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Incidents;

/// <summary>A post: who can hold an incident.</summary>
/// <param name="Tier">The step of the chain.</param>
/// <param name="DivisionCode">The twelve digits of the division, or the fifteen of the grid where the tier is grid.</param>
public sealed record PostResource(Tier Tier, string DivisionCode)
{
    public static PostResource Of(Post post) => new(post.Tier, post.PlaceCode);
}
