namespace GridActors.Core.WorkingTime;

/// <summary>A day that differs from the plain week: a holiday, or a weekend day that is worked instead (调休).</summary>
[GenerateSerializer, Immutable, Alias("calendar-day")]
public sealed record CalendarDay(
    [property: Id(0)] DateOnly Date,
    [property: Id(1)] string Name,
    [property: Id(2)] bool IsDayOff);
