namespace GridActors.Core.WorkingTime;

/// <summary>One stretch of office time, as time since local midnight; 24:00 may close it.</summary>
[GenerateSerializer, Immutable, Alias("office-window")]
public readonly record struct OfficeWindow([property: Id(0)] TimeSpan Opens, [property: Id(1)] TimeSpan Closes);
