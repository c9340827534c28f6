using System.ComponentModel.DataAnnotations;
using GridActors.ApiHost.Incidents;
using GridActors.Core.Departments;
using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Departments;

public sealed record DispatchBody : ICommandBody
{
    /// <summary>The code of the department that leads, such as 652301000000/housing.</summary>
    [Required]
    public string? Lead { get; init; }

    /// <summary>Codes of departments that handle with it; up to 20.</summary>
    [MaxLength(MaxCoHandlers)]
    public IReadOnlyList<string>? CoHandlers { get; init; }

    /// <summary>Who acts: a badge number, or the place code of a post; the holder where left out.</summary>
    public string? By { get; init; }

    private const int MaxCoHandlers = 20;

    IncidentCommand ICommandBody.Read(CommandReader reader)
    {
        var coHandlers = CoHandlers ?? [];
        if (coHandlers.Count > MaxCoHandlers)
        {
            reader.Problem("coHandlers", "co_handlers_too_many", $"{coHandlers.Count} co-handlers are named; {MaxCoHandlers} are allowed.");
            return new DispatchIncident(default, []);
        }

        return new DispatchIncident(
            reader.Department("lead", Lead),
            [.. coHandlers.Select(c => reader.Department("coHandlers", c))],
            reader.Actor(By));
    }
}

public sealed record AcceptTaskBody : ICommandBody
{
    /// <summary>The code of the department.</summary>
    [Required]
    public string? Department { get; init; }

    IncidentCommand ICommandBody.Read(CommandReader reader) => new AcceptTask(reader.Department("department", Department));
}

public sealed record ReturnTaskBody : ICommandBody
{
    /// <summary>The code of the department.</summary>
    [Required]
    public string? Department { get; init; }

    /// <summary>Why it is not the department's; 1 to 4,000 characters.</summary>
    [Required]
    public string? Reason { get; init; }

    IncidentCommand ICommandBody.Read(CommandReader reader) => new ReturnTask(reader.Department("department", Department), reader.Text("reason", Reason));
}

public sealed record TaskResultBody : ICommandBody
{
    /// <summary>The code of the department.</summary>
    [Required]
    public string? Department { get; init; }

    /// <summary>What was done, to be given back to the requester; 1 to 4,000 characters.</summary>
    [Required]
    public string? Result { get; init; }

    IncidentCommand ICommandBody.Read(CommandReader reader) => new SubmitTaskResult(reader.Department("department", Department), reader.Text("result", Result));
}
