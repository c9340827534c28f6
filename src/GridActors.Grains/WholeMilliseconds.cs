namespace GridActors.Grains;

/// <summary>Instants are whole milliseconds, which is what every store keeps.</summary>
public static class WholeMilliseconds
{
    public static DateTimeOffset NowInMilliseconds(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }
}
