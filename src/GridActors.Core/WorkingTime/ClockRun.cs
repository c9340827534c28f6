namespace GridActors.Core.WorkingTime;

/// <summary>A stretch in which a clock runs towards its deadline: from an instant, so much running time is left.</summary>
/// <param name="Left">Office time where the limit runs on the calendar, always-running time otherwise; zero or more.</param>
[GenerateSerializer, Immutable, Alias("clock-run")]
public readonly record struct ClockRun([property: Id(0)] DateTimeOffset Since, [property: Id(1)] TimeSpan Left);
