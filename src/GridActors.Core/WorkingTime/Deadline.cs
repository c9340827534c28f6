namespace GridActors.Core.WorkingTime;

/// <summary>An instant at which a limit is used up. An act exactly at it is in time.</summary>
/// <param name="IsProvisional">It crosses a year whose calendar is not published yet; publishing the calendar computes it again.</param>
[GenerateSerializer, Immutable, Alias("deadline")]
public readonly record struct Deadline([property: Id(0)] DateTimeOffset At, [property: Id(1)] bool IsProvisional);
