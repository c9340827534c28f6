namespace GridActors.Grains.Escalations;

/// <param name="Fired">How many deadlines made their incident move on.</param>
/// <param name="Lateness">How late the latest of them was fired.</param>
/// <param name="Until">Everything before it is fired, under way or waits for another try; the next sweep may begin there.</param>
/// <param name="NextTry">When the first incident that failed is tried again; null where none waits.</param>
public readonly record struct SweepResult(int Fired, TimeSpan Lateness, DateTimeOffset Until, DateTimeOffset? NextTry);
