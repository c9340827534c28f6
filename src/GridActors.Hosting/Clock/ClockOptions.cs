namespace GridActors.Hosting.Clock;

/// <summary>Configuration section <c>Clock</c>: for demonstrations and trials only, refused in Production.</summary>
public sealed class ClockOptions
{
    public const string Section = "Clock";

    /// <summary>Seconds of the product's clock in one second of the machine's.</summary>
    /// <value>Above 0, at most 100,000. Default 1.</value>
    public double Speed { get; set; } = 1;

    /// <summary>Where the product's clock starts, in the past or the future; the journal's last instant where that is later.</summary>
    /// <value>Default: the machine's time.</value>
    public DateTimeOffset? StartAt { get; set; }

    public bool IsMachineTime => Speed == 1 && StartAt is null;
}
