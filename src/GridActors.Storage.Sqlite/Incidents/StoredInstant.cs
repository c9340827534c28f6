namespace GridActors.Storage.Sqlite.Incidents;

/// <summary>Instants as they are stored: whole milliseconds since 1970 UTC.</summary>
internal static class StoredInstant
{
    /// <exception cref="ArgumentException">A fraction of a millisecond: it would be lost, and a deadline read back would no longer be the incident's.</exception>
    public static long Of(DateTimeOffset instant) =>
        instant.UtcTicks % TimeSpan.TicksPerMillisecond == 0
            ? instant.ToUnixTimeMilliseconds()
            : throw new ArgumentException($"{instant:O} has a fraction of a millisecond.", nameof(instant));

    public static long? Of(DateTimeOffset? instant) => instant is { } value ? Of(value) : null;

    /// <summary>The first stored instant that is not before one: compares with stored ones exactly as the instant itself does where "before" excludes it.</summary>
    public static long AtOrAfter(DateTimeOffset instant) =>
        instant.ToUnixTimeMilliseconds() + (instant.UtcTicks % TimeSpan.TicksPerMillisecond == 0 ? 0 : 1);

    public static DateTimeOffset Read(long stored) => DateTimeOffset.FromUnixTimeMilliseconds(stored);
}
