using System.ComponentModel.DataAnnotations;
using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Incidents;

/// <summary>The body of a command. In all of them <c>by</c> is a worker's badge number or the place code of a post; left out, the post that holds the incident acts.</summary>
internal interface ICommandBody
{
    /// <summary>The command it stands for; worthless where the reader found a problem.</summary>
    IncidentCommand Read(CommandReader reader);
}

public sealed record AcceptBody : ICommandBody
{
    /// <summary>Who acts: a badge number, or the place code of a post; the holder where left out.</summary>
    public string? By { get; init; }

    IncidentCommand ICommandBody.Read(CommandReader reader) => new AcceptIncident(reader.Actor(By));
}

public sealed record ForwardBody : ICommandBody
{
    /// <summary>Why it goes up; 1 to 4,000 characters.</summary>
    [Required]
    public string? Reason { get; init; }

    /// <summary>A tier above the holder's; the next staffed one where left out. Only an emergency skips tiers.</summary>
    public Tier? Tier { get; init; }

    /// <summary>Who acts: a badge number, or the place code of a post; the holder where left out.</summary>
    public string? By { get; init; }

    IncidentCommand ICommandBody.Read(CommandReader reader) => new ForwardIncident(reader.Text("reason", Reason), reader.Actor(By), Tier);
}

public sealed record SendDownBody : ICommandBody
{
    /// <summary>A tier below the holder's.</summary>
    [Required]
    public Tier? Tier { get; init; }

    /// <summary>Who acts: a badge number, or the place code of a post; the holder where left out.</summary>
    public string? By { get; init; }

    IncidentCommand ICommandBody.Read(CommandReader reader) => new SendDownIncident(reader.Required("tier", Tier), reader.Actor(By));
}

public sealed record AssignBody : ICommandBody
{
    /// <summary>The badge number of a worker.</summary>
    [Required]
    public string? WorkerId { get; init; }

    /// <summary>Who acts: a badge number, or the place code of a post; the holder where left out.</summary>
    public string? By { get; init; }

    IncidentCommand ICommandBody.Read(CommandReader reader) => new AssignWorker(reader.Worker("workerId", WorkerId), reader.Actor(By));
}

public sealed record StartBody : ICommandBody
{
    /// <summary>Who acts: a badge number, or the place code of a post; the holder where left out.</summary>
    public string? By { get; init; }

    IncidentCommand ICommandBody.Read(CommandReader reader) => new StartHandling(reader.Actor(By));
}

public sealed record ResultBody : ICommandBody
{
    /// <summary>What was done, to be given back to the requester; 1 to 4,000 characters.</summary>
    [Required]
    public string? Result { get; init; }

    /// <summary>Who acts: a badge number, or the place code of a post; the holder where left out.</summary>
    public string? By { get; init; }

    IncidentCommand ICommandBody.Read(CommandReader reader) => new SubmitResult(reader.Text("result", Result), reader.Actor(By));
}

public sealed record CheckBody : ICommandBody
{
    /// <summary>True closes the incident as resolved; false sends it back to handling.</summary>
    [Required]
    public bool? Passed { get; init; }

    /// <summary>What has to be done again; needed where the check fails. 1 to 4,000 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>Who checks: a badge number, or the place code of a post; never whoever handled it. Left out, the holder checks, or the tier above it where the holder did the work.</summary>
    public string? By { get; init; }

    IncidentCommand ICommandBody.Read(CommandReader reader) =>
        new CheckResult(reader.Required("passed", Passed), reader.Text("reason", Reason), reader.Actor(By));
}

public sealed record CloseBody : ICommandBody
{
    /// <summary>"resolved" (where left out) or "unfounded"; an incident that should not have been filed is voided instead.</summary>
    public IncidentOutcome? Outcome { get; init; }

    /// <summary>Who acts: a badge number, or the place code of a post; the holder where left out.</summary>
    public string? By { get; init; }

    IncidentCommand ICommandBody.Read(CommandReader reader)
    {
        if (Outcome is IncidentOutcome.Void or IncidentOutcome.Duplicate)
        {
            reader.Problem("outcome", "outcome_not_allowed", "A close is resolved or unfounded; use void for an incident that should not have been filed, and merge for a duplicate.");
        }

        return new CloseIncident(Outcome ?? IncidentOutcome.Resolved, reader.Actor(By));
    }
}

public sealed record VoidBody : ICommandBody
{
    /// <summary>Why it should not have been filed; 1 to 4,000 characters.</summary>
    [Required]
    public string? Reason { get; init; }

    /// <summary>Who acts: a badge number, or the place code of a post; the holder where left out.</summary>
    public string? By { get; init; }

    IncidentCommand ICommandBody.Read(CommandReader reader) => new VoidIncident(reader.Text("reason", Reason), reader.Actor(By));
}

public sealed record OnSpotBody : ICommandBody
{
    /// <summary>The badge number of the worker at the place.</summary>
    [Required]
    public string? WorkerId { get; init; }

    /// <summary>What was done, to be given back to the requester; 1 to 4,000 characters.</summary>
    [Required]
    public string? Result { get; init; }

    IncidentCommand ICommandBody.Read(CommandReader reader) => new HandleOnSpot(reader.Worker("workerId", WorkerId), reader.Text("result", Result));
}
