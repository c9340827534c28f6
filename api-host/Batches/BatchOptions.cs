namespace GridActors.ApiHost.Batches;

/// <summary>Configuration section <c>Batches</c>: what a phone uploads after it was offline.</summary>
public sealed class BatchOptions
{
    public const string Section = "Batches";

    /// <summary>How long before it arrives a report may have been captured; an older one is refused, since what it saw may be gone.</summary>
    /// <value>Default 7 days.</value>
    public TimeSpan MaxCaptureAge { get; set; } = TimeSpan.FromDays(7);
}
