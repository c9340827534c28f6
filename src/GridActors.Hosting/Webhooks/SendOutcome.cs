namespace GridActors.Hosting.Webhooks;

/// <summary>What a receiver answered to one attempt, or why it could not.</summary>
/// <param name="Failure">Null where it answered with 2xx.</param>
/// <param name="IsGone">It answered with 410: it wants no more.</param>
/// <param name="RetryAfter">It asks for so much time; null where it does not.</param>
public sealed record SendOutcome(string? Failure, bool IsGone = false, TimeSpan? RetryAfter = null)
{
    public static SendOutcome Delivered { get; } = new((string?)null);
}
