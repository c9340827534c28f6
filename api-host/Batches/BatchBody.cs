using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using GridActors.ApiHost.Incidents;

namespace GridActors.ApiHost.Batches;

/// <summary>What was done while a phone was offline, in the order in which it was done.</summary>
public sealed record BatchBody
{
    public const int MaxRows = 500;

    /// <summary>1 to 500 reports and commands.</summary>
    [Required, MinLength(1), MaxLength(MaxRows)]
    public ImmutableArray<BatchRowBody>? Rows { get; init; }
}

/// <summary>A report, or a command to an incident: one of the two.</summary>
public sealed record BatchRowBody
{
    /// <summary>The client's own name for the row, 1 to 255 visible ASCII characters; best a UUID. It is the row's Idempotency-Key: sent again, alone or in another batch, the row answers what it answered.</summary>
    [Required, MinLength(1), MaxLength(255)]
    public string? Id { get; init; }

    /// <summary>A report. Its capturedAt may lie 7 days back and 5 minutes ahead.</summary>
    public ReportBody? Report { get; init; }

    /// <summary>A command, named as in its address: "accept", "result" and so on.</summary>
    public string? Command { get; init; }

    /// <summary>The body of the command, as its own address takes it.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>The incident that the command is for.</summary>
    public string? IncidentId { get; init; }

    /// <summary>In place of incidentId: the id of the row that reported the incident, in this batch or an earlier one.</summary>
    public string? ReportedIn { get; init; }

    /// <summary>The version that was seen, as an ETag has it; the command is refused where the incident has changed since.</summary>
    public string? IfMatch { get; init; }
}
