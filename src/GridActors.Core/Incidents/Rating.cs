namespace GridActors.Core.Incidents;

/// <summary>What a requester thinks of how it went (Art. 23).</summary>
/// <param name="Score">1 to 5, 5 the best.</param>
/// <param name="Comment">Up to <see cref="MaxCommentLength"/> characters, may be empty.</param>
[GenerateSerializer, Immutable, Alias("rating")]
public sealed record Rating([property: Id(0)] DateTimeOffset At, [property: Id(1)] int Score, [property: Id(2)] string Comment)
{
    public const int MinScore = 1;
    public const int MaxScore = 5;
    public const int MaxCommentLength = 1_000;
}
