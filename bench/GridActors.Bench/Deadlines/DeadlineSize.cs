namespace GridActors.Bench.Deadlines;

/// <summary>How much is asked of a target in this part.</summary>
/// <param name="Waiting">Deadlines that wait for another day while memory and start time are taken.</param>
/// <param name="AtOnce">Of them, so many then fall due at one instant.</param>
/// <param name="PerSecond">And so many in each second of the last minute.</param>
/// <param name="SetPerSecond">Reports a second that it manages with a margin on two cores: how far ahead deadlines have to lie that are set over HTTP.</param>
internal sealed record DeadlineSize(int Waiting, int AtOnce, int PerSecond, int SetPerSecond)
{
    public static readonly TimeSpan RateDuration = TimeSpan.FromSeconds(60);

    public TimeSpan TimeToSet(int deadlines) => TimeSpan.FromSeconds(60 + (deadlines / SetPerSecond));

    public int DuringRate => PerSecond * (int)RateDuration.TotalSeconds;
}
