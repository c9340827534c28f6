using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using GridActors.Core.Workers;

namespace GridActors.ApiHost.Workers;

/// <summary>Daily hours in local time.</summary>
public sealed record ShiftBody
{
    /// <summary>HH:mm, included.</summary>
    [Required]
    public string? Start { get; init; }

    /// <summary>HH:mm, excluded; before the start it is on the next day.</summary>
    [Required]
    public string? End { get; init; }
}

/// <summary>A worker comes into a grid, or has another role there.</summary>
public sealed record AppointBody
{
    /// <summary>Fifteen digits.</summary>
    [Required]
    public string? GridCode { get; init; }

    /// <summary>head, full_time or part_time.</summary>
    [Required]
    public WorkerRole? Role { get; init; }

    /// <summary>One or more.</summary>
    [Required]
    public ImmutableArray<ShiftBody>? Shifts { get; init; }

    /// <summary>Now or later; now where left out.</summary>
    public DateTimeOffset? From { get; init; }
}

/// <summary>A worker goes to another grid, with role and shifts.</summary>
public sealed record TransferBody
{
    /// <summary>The grid that they leave: fifteen digits.</summary>
    [Required]
    public string? From { get; init; }

    /// <summary>The grid that they come to: fifteen digits.</summary>
    [Required]
    public string? To { get; init; }

    /// <summary>Now or later; now where left out.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>A worker's duties and covers end.</summary>
public sealed record EndBody
{
    /// <summary>Fifteen digits; every grid where left out.</summary>
    public string? GridCode { get; init; }

    /// <summary>Now or later; now where left out.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>Other daily hours from now on.</summary>
public sealed record ShiftsBody
{
    /// <summary>Fifteen digits.</summary>
    [Required]
    public string? GridCode { get; init; }

    /// <summary>One or more.</summary>
    [Required]
    public ImmutableArray<ShiftBody>? Shifts { get; init; }
}

/// <summary>A worker stands in at another grid for a time.</summary>
public sealed record CoverBody
{
    /// <summary>Fifteen digits.</summary>
    [Required]
    public string? GridCode { get; init; }

    /// <summary>Now or later; now where left out.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>At most 366 days after the start.</summary>
    [Required]
    public DateTimeOffset? Until { get; init; }

    /// <summary>The worker's own where left out.</summary>
    public ImmutableArray<ShiftBody>? Shifts { get; init; }
}

/// <summary>A centre vouches for a worker. What it has looked at stays with it.</summary>
public sealed record EligibilityBody
{
    /// <summary>A township, county or prefecture: twelve digits.</summary>
    [Required]
    public string? VerifiedBy { get; init; }

    /// <summary>Also that the worker does not lead the village committee, which a head needs.</summary>
    public bool? NotCommitteeLeader { get; init; }
}

/// <summary>A new badge in place of the one before.</summary>
public sealed record BadgeBody
{
    /// <summary>Within five years.</summary>
    [Required]
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>A badge is no longer valid.</summary>
public sealed record RevokeBody
{
    /// <summary>Kept with the worker, never shown in public.</summary>
    [Required]
    public string? Reason { get; init; }
}

/// <summary>A worker's open incidents go to the next one.</summary>
public sealed record HandOverBody
{
    /// <summary>The badge number of the worker who takes over: on duty in the grid now.</summary>
    [Required]
    public string? To { get; init; }

    /// <summary>Fifteen digits; every grid of the worker where left out.</summary>
    public string? GridCode { get; init; }

    /// <summary>On the record of each incident.</summary>
    [Required]
    public string? Reason { get; init; }
}
