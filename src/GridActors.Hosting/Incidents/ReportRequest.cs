namespace GridActors.Hosting.Incidents;

/// <summary>A report as it comes in, before anything of it is believed.</summary>
public sealed record ReportRequest
{
    public string? ItemCode { get; init; }

    public string? GridCode { get; init; }

    public double? Lat { get; init; }

    public double? Lon { get; init; }

    public string? Description { get; init; }

    public string? Channel { get; init; }

    public DateTimeOffset? CapturedAt { get; init; }

    public string? ReportedBy { get; init; }
}
