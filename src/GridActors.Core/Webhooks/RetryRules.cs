namespace GridActors.Core.Webhooks;

/// <summary>When a delivery that failed is tried again.</summary>
public static class RetryRules
{
    /// <summary>How long it goes on, from the first attempt; then it is a dead letter.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);

    /// <summary>After the first attempt; doubled with each further one.</summary>
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(2);

    /// <summary>Doubled so often, the first wait is past the longest one.</summary>
    private const int MaxDoublings = 11;

    /// <param name="attempt">The one that failed; the first is 1.</param>
    /// <param name="retryAfter">What the receiver asks for: never sooner. Null where it says nothing.</param>
    /// <param name="jitter">0 to 1, drawn by the caller: waits are spread over 80 to 120 %, so that what failed together does not come back together.</param>
    /// <returns>In whole milliseconds; never more than a day behind the first attempt. Null where it is given up.</returns>
    public static DateTimeOffset? NextAttempt(int attempt, DateTimeOffset firstAttemptAt, DateTimeOffset now, TimeSpan? retryAfter, double jitter)
    {
        var last = firstAttemptAt + GiveUpAfter;
        if (now >= last || retryAfter > last - now)
        {
            return null;
        }

        var wait = FirstWait * (1L << Math.Min(attempt - 1, MaxDoublings));
        wait = (wait < LongestWait ? wait : LongestWait) * (0.8 + (0.4 * jitter));
        wait = retryAfter > wait ? retryAfter.Value : wait;
        var next = now + TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
        return next < last ? next : last;
    }
}
