using GridActors.Core.Divisions;

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

    /// <summary>The county whose unmatched queue takes a report with neither grid nor location; null where such a report is refused.</summary>
    public DivisionCode? UnmatchedIn { get; init; }
}
