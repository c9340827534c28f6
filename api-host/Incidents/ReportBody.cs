using System.ComponentModel.DataAnnotations;
using GridActors.ApiHost.Contacts;
using GridActors.Hosting.Incidents;

namespace GridActors.ApiHost.Incidents;

/// <summary>A report: what, where, and in whose words.</summary>
public sealed record ReportBody
{
    /// <summary>Four digits of the catalogue.</summary>
    [Required]
    public string? ItemCode { get; init; }

    /// <summary>Fifteen digits. Needed where there is no location; where there are both the grid decides.</summary>
    public string? GridCode { get; init; }

    /// <summary>Needed where there is no grid.</summary>
    public ReportedLocation? Location { get; init; }

    /// <summary>1 to 4,000 characters, kept as given.</summary>
    [Required]
    public string? Description { get; init; }

    /// <summary>How it came in, 1 to 64 characters; "api" where left out.</summary>
    public string? Channel { get; init; }

    /// <summary>When the requester's device recorded it.</summary>
    public DateTimeOffset? CapturedAt { get; init; }

    /// <summary>A badge number or an opaque reference, never a name or a telephone number.</summary>
    public string? ReportedBy { get; init; }

    /// <summary>Whom a complaint or an appeal is about; its place follows from it, and a grid or location given besides is not asked for.</summary>
    public AboutBody? About { get; init; }

    /// <summary>How to reach the reporter, if they want to be. Erased 180 days after the close, or on request.</summary>
    public ContactBody? Contact { get; init; }

    public ReportRequest ToRequest() => new()
    {
        ItemCode = ItemCode,
        GridCode = GridCode,
        Lat = Location is null ? null : Location.Lat ?? double.NaN,
        Lon = Location is null ? null : Location.Lon ?? double.NaN,
        Description = Description,
        Channel = Channel,
        CapturedAt = CapturedAt,
        ReportedBy = ReportedBy,
    };
}

/// <summary>A place in WGS 84 degrees.</summary>
public sealed record ReportedLocation
{
    /// <summary>-90 to 90.</summary>
    [Required]
    public double? Lat { get; init; }

    /// <summary>-180 to 180.</summary>
    [Required]
    public double? Lon { get; init; }
}
