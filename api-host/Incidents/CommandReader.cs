using System.Collections.Immutable;
using GridActors.ApiHost.Problems;
using GridActors.Core.Departments;
using GridActors.Core.Incidents;
using GridActors.Core.Texts;
using GridActors.Core.Workers;
using GridActors.Grains;

namespace GridActors.ApiHost.Incidents;

/// <summary>Reads the fields of a command and keeps what is wrong with them, so that the client hears of everything at once.</summary>
internal sealed class CommandReader
{
    private readonly ImmutableArray<FieldProblem>.Builder _problems = ImmutableArray.CreateBuilder<FieldProblem>();
    private readonly List<(string Field, WorkerId Worker)> _workers = [];

    public void Problem(string field, string code, string message) => _problems.Add(new FieldProblem(field, code, message));

    public Actor? Actor(string? by)
    {
        if (string.IsNullOrEmpty(by))
        {
            return null;
        }

        if (Post.TryParse(by, out var post))
        {
            return Core.Incidents.Actor.Of(post);
        }

        if (DepartmentCode.TryParse(by, out var department))
        {
            return Core.Incidents.Actor.Of(department);
        }

        if (WorkerId.TryParse(by, out var worker))
        {
            _workers.Add(("by", worker));
            return Core.Incidents.Actor.Of(worker);
        }

        Problem("by", "by_malformed", "by is a badge number, the place code of a post (12 or 15 digits), or the code of a department.");
        return null;
    }

    public DepartmentCode Department(string field, string? text)
    {
        if (!DepartmentCode.TryParse(text, out var department))
        {
            Problem(field, "department_code_malformed", $"{field} is the code of a department: a county or township, a slash and a name, such as 652301000000/housing.");
        }

        return department;
    }

    public TrackingCode TrackingCode(string? text)
    {
        if (!Core.Incidents.TrackingCode.TryParse(text, out var code))
        {
            Problem("trackingCode", "tracking_code_malformed", "trackingCode is what the report was answered with.");
        }

        return code;
    }

    public IncidentId Incident(string field, string? text)
    {
        if (!IncidentId.TryParse(text, out var id))
        {
            Problem(field, "incident_id_malformed", $"{field} is the id of an incident.");
        }

        return id;
    }

    public WorkerId Worker(string field, string? text)
    {
        if (WorkerId.TryParse(text, out var worker))
        {
            _workers.Add((field, worker));
        }
        else if (string.IsNullOrEmpty(text))
        {
            Problem(field, "worker_id_required", $"{field} is needed: the badge number of a worker.");
        }
        else
        {
            Problem(field, "worker_id_malformed", $"{field} is a badge number: 1 to {WorkerId.MaxLength} letters, digits, '.', '_' or '-', with at least one letter.");
        }

        return worker;
    }

    /// <summary>Whether text is needed is for the rules to say; here it is only kept in bounds.</summary>
    public string Text(string field, string? text)
    {
        if (text is { Length: > SubmittedResult.MaxTextLength })
        {
            Problem(field, $"{field}_too_long", $"{field} has {text.Length} characters; {SubmittedResult.MaxTextLength} are allowed.");
        }
        else if (text is not null && !PlainText.IsText(text))
        {
            Problem(field, $"{field}_not_text", $"{field} has characters that are no text.");
        }

        return text ?? "";
    }

    public T Required<T>(string field, T? value)
        where T : struct
    {
        if (value is null)
        {
            Problem(field, $"{field}_required", $"{field} is needed.");
        }

        return value ?? default;
    }

    /// <summary>What keeps the command from being sent: fields that are wrong (400), or workers that nobody appointed (422). Null where nothing does.</summary>
    public async Task<ProblemResult?> FindProblemAsync(IGrainFactory grains, CancellationToken ct)
    {
        if (_problems.Count > 0)
        {
            return ProblemResult.BadRequest("invalid_command", _problems.ToImmutable());
        }

        foreach (var (field, worker) in _workers.Distinct())
        {
            if (await grains.GetWorker(worker).GetAsync(ct) is null)
            {
                Problem(field, "unknown_worker", $"There is no worker {worker}.");
            }
        }

        return _problems.Count == 0 ? null : ProblemResult.Unprocessable("unknown_worker", _problems.ToImmutable());
    }
}
