namespace GridActors.Grains.Escalations;

/// <param name="Fired">How many incidents moved on.</param>
/// <param name="Lateness">How late the latest of them was told.</param>
public readonly record struct SweepResult(int Fired, TimeSpan Lateness);
