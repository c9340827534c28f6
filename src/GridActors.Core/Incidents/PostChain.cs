using System.Collections.Immutable;

namespace GridActors.Core.Incidents;

/// <summary>The posts above a place, lowest first, and which of them had somebody on duty when this was read.</summary>
/// <param name="Links">At least one. It begins above the grid where no single grid contains the place.</param>
[GenerateSerializer, Immutable, Alias("post-chain")]
public sealed record PostChain([property: Id(0)] ImmutableArray<PostLink> Links)
{
    public Post Top => Links[^1].Post;

    public Post? At(Tier tier) => Links.Where(l => l.Post.Tier == tier).Select(l => (Post?)l.Post).FirstOrDefault();

    public bool Includes(Post post) => Links.Any(l => l.Post == post);

    /// <summary>The tier right above, staffed or not; null at the top.</summary>
    public Post? NextAbove(Tier tier) => Links.Where(l => l.Post.Tier > tier).Select(l => (Post?)l.Post).FirstOrDefault();

    /// <summary>The first staffed post at or above a tier, and the vacant ones passed on the way. A vacant post is skipped, never waited for.</summary>
    public PostSearch FirstStaffedFrom(Tier tier)
    {
        var candidates = Links.Where(l => l.Post.Tier >= tier).ToList();
        var found = candidates.FindIndex(l => l.IsStaffed);
        return new PostSearch(
            found < 0 ? null : candidates[found].Post,
            [.. candidates.Take(found < 0 ? candidates.Count : found).Select(l => l.Post)]);
    }

    /// <summary>As <see cref="FirstStaffedFrom"/>, strictly above a tier.</summary>
    public PostSearch FirstStaffedAbove(Tier tier) => FirstStaffedFrom(tier + 1);
}

/// <summary>One post of a chain.</summary>
[GenerateSerializer, Immutable, Alias("post-link")]
public readonly record struct PostLink([property: Id(0)] Post Post, [property: Id(1)] bool IsStaffed);

/// <summary>What a search along a chain found.</summary>
/// <param name="Post">Null where every post searched is vacant.</param>
/// <param name="Vacant">The posts passed over.</param>
public readonly record struct PostSearch(Post? Post, ImmutableArray<Post> Vacant);
