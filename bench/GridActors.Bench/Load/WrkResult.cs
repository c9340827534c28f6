namespace GridActors.Bench.Load;

/// <param name="P50">Milliseconds, as are the other latencies.</param>
/// <param name="Refused">Answers of 400 and above.</param>
/// <param name="Extra">What the script counts besides: whole lives in lifecycles.lua.</param>
internal sealed record WrkResult(long Requests, double Seconds, double P50, double P99, double Max, long SocketErrors, long Timeouts, long Refused, long Extra)
{
    /// <summary>Answered and not refused.</summary>
    public double GoodPerSecond => (Requests - Refused) / Seconds;

    public double ExtraPerSecond => Extra / Seconds;

    /// <summary>Share of the requests that got no good answer, in percent.</summary>
    public double ErrorPercent => 100.0 * (Refused + SocketErrors + Timeouts) / Math.Max(1, Requests);
}
