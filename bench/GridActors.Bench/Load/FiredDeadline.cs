namespace GridActors.Bench.Load;

/// <param name="At">When the act on it was decided.</param>
internal sealed record FiredDeadline(DateTimeOffset DueAt, DateTimeOffset At)
{
    public double LatenessMilliseconds => (At - DueAt).TotalMilliseconds;
}
