using System.ComponentModel.DataAnnotations;
using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Incidents;

public sealed record AskExtensionBody : ICommandBody
{
    /// <summary>Why more time is needed; 1 to 4,000 characters.</summary>
    [Required]
    public string? Reason { get; init; }

    /// <summary>Who asks: a badge number, the code of a department, or the place code of a post; whoever handles it where left out.</summary>
    public string? By { get; init; }

    IncidentCommand ICommandBody.Read(CommandReader reader) => new AskExtension(reader.Text("reason", Reason), reader.Actor(By));
}

public sealed record DecideExtensionBody : ICommandBody
{
    /// <summary>True adds one original handle limit; twice at most.</summary>
    [Required]
    public bool? Granted { get; init; }

    /// <summary>Needed where it is denied; 1 to 4,000 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>Who decides: the place code of a centre; the lowest centre at or above the holder that did not ask where left out.</summary>
    public string? By { get; init; }

    IncidentCommand ICommandBody.Read(CommandReader reader) =>
        new DecideExtension(reader.Required("granted", Granted), reader.Text("reason", Reason), reader.Actor(By));
}

public sealed record AskSuspensionBody : ICommandBody
{
    /// <summary>When it goes on by itself; after now, within a year.</summary>
    [Required]
    public DateTimeOffset? Until { get; init; }

    /// <summary>What is waited for; 1 to 4,000 characters.</summary>
    [Required]
    public string? Reason { get; init; }

    /// <summary>Who asks: a badge number, the code of a department, or the place code of a post; whoever handles it where left out.</summary>
    public string? By { get; init; }

    IncidentCommand ICommandBody.Read(CommandReader reader) =>
        new AskSuspension(reader.Required("until", Until).ToUniversalTime(), reader.Text("reason", Reason), reader.Actor(By));
}

public sealed record DecideSuspensionBody : ICommandBody
{
    /// <summary>True stops every clock until the date that was asked for.</summary>
    [Required]
    public bool? Granted { get; init; }

    /// <summary>Needed where it is denied; 1 to 4,000 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>Who decides: the place code of a centre; the lowest centre at or above the holder that did not ask where left out.</summary>
    public string? By { get; init; }

    IncidentCommand ICommandBody.Read(CommandReader reader) =>
        new DecideSuspension(reader.Required("granted", Granted), reader.Text("reason", Reason), reader.Actor(By));
}

public sealed record ResumeBody : ICommandBody
{
    /// <summary>Who acts: the place code of a centre at or above the holder; the lowest of them where left out.</summary>
    public string? By { get; init; }

    IncidentCommand ICommandBody.Read(CommandReader reader) => new ResumeIncident(reader.Actor(By));
}

public sealed record UrgeBody : ICommandBody
{
    /// <summary>What is pressed for; 1 to 4,000 characters.</summary>
    [Required]
    public string? Reason { get; init; }

    /// <summary>Who urges: the place code of a post above the holder; the tier right above the holder where left out.</summary>
    public string? By { get; init; }

    IncidentCommand ICommandBody.Read(CommandReader reader) => new UrgeIncident(reader.Text("reason", Reason), reader.Actor(By));
}

public sealed record SuperviseBody : ICommandBody
{
    /// <summary>Who watches: the place code of a post above the holder; the tier right above the holder where left out.</summary>
    public string? By { get; init; }

    IncidentCommand ICommandBody.Read(CommandReader reader) => new SuperviseIncident(reader.Actor(By));
}

public sealed record NoteBody : ICommandBody
{
    /// <summary>The remark; 1 to 4,000 characters.</summary>
    [Required]
    public string? Text { get; init; }

    /// <summary>Who says so: a badge number, the code of a department, or the place code of a post; the holder where left out.</summary>
    public string? By { get; init; }

    IncidentCommand ICommandBody.Read(CommandReader reader) => new AddNote(reader.Text("text", Text), reader.Actor(By));
}
