namespace GridActors.Storage.Postgres.Incidents;

/// <summary>Instants as they are stored: UTC, whole milliseconds, though the database could hold finer ones. Both stores keep the same.</summary>
internal static class StoredInstant
{
    /// <exception cref="ArgumentException">A fraction of a millisecond: it would be lost, and a deadline read back would no longer be the incident's.</exception>
    public static DateTime Of(DateTimeOffset instant) =>
        instant.UtcTicks % TimeSpan.TicksPerMillisecond == 0
            ? instant.UtcDateTime
            : throw new ArgumentException($"{instant:O} has a fraction of a millisecond.", nameof(instant));

    public static DateTime? Of(DateTimeOffset? instant) => instant is { } value ? Of(value) : null;

    /// <summary>The first stored instant that is not before one: compares with stored ones exactly as the instant itself does where "before" excludes it.</summary>
    public static DateTime AtOrAfter(DateTimeOffset instant)
    {
        var fraction = instant.UtcTicks % TimeSpan.TicksPerMillisecond;
        return fraction == 0 ? instant.UtcDateTime
            : instant > DateTimeOffset.MaxValue.AddMilliseconds(-1) ? DateTimeOffset.MaxValue.UtcDateTime
            : instant.UtcDateTime.AddTicks(TimeSpan.TicksPerMillisecond - fraction);
    }

    public static DateTimeOffset Read(DateTime stored) => new(stored, TimeSpan.Zero);
}
