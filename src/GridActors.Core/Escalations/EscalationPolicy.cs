namespace GridActors.Core.Escalations;

/// <summary>The numbers of the ladder that no source fixes (DOMAIN 6).</summary>
public sealed record EscalationPolicy
{
    public static EscalationPolicy Default { get; } = new();

    /// <summary>Share of the handle limit at which the handler is reminded.</summary>
    /// <value>Percent, 1 to 99. Default 80.</value>
    public int HandlerReminderPercent { get; init; } = 80;

    /// <summary>Share of the handle limit after which the next tier up watches, counted from the last step.</summary>
    /// <value>Percent, 1 and up. Default 50.</value>
    public int SupervisionStepPercent { get; init; } = 50;

    /// <summary>How often an incident that nobody accepted is reminded once no tier is left above it.</summary>
    /// <value>Always running, not office time. Default 1 hour.</value>
    public TimeSpan AcceptanceReminderInterval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often an overdue incident is reminded once the top tier watches it.</summary>
    /// <value>Always running, not office time. Default 1 day.</value>
    public TimeSpan OverdueReminderInterval { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long after the close a requester can say "not fixed" (DOMAIN 5).</summary>
    /// <value>Always running, not office time. Default 7 days.</value>
    public TimeSpan ReopenWindow { get; init; } = TimeSpan.FromDays(7);
}
