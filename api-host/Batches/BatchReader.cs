using System.Collections.Immutable;
using System.Text.Json;
using GridActors.ApiHost.Access;
using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Incidents;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace GridActors.ApiHost.Batches;

/// <summary>Reads rows, each by itself: one that is wrong says what is wrong with it and leaves the others alone.</summary>
internal sealed class BatchReader(BatchActions actions, IOptions<JsonOptions> json, IOptions<BatchOptions> options)
{
    /// <summary>How far a phone's clock may be ahead.</summary>
    private static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(5);

    /// <summary>The client's name for a row, as far as it can be read; null otherwise.</summary>
    public static string? IdOf(JsonElement row)
    {
        try
        {
            return TryFind(row, "id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { } text && IdempotencyKeys.IsKey(text) ? text : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: no text.
            return null;
        }
    }

    /// <summary>Finds a field of what may be no object, or have fields whose names are no text.</summary>
    public static bool TryFind(JsonElement element, string name, out JsonElement value)
    {
        try
        {
            value = default;
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            value = default;
            return false;
        }
    }

    /// <returns>The row, or what is wrong with it: one of the two.</returns>
    public (BatchRow? Row, ProblemResult? Problem) Read(JsonElement element, Caller caller, DateTimeOffset now)
    {
        BatchRowBody? row;
        try
        {
            row = element.Deserialize<BatchRowBody>(json.Value.SerializerOptions);
        }
        catch (JsonException fault)
        {
            return (null, ProblemExceptionHandler.OfJson(fault));
        }

        return row switch
        {
            null => (null, Wrong("row", "row_required", "A row is an object.")),
            { Id: var id } when !IdempotencyKeys.IsKey(id) => (null, Wrong("id", "row_id_malformed", "id is the client's own name for the row, 1 to 255 visible ASCII characters.")),
            { Report: { } report, Command: null } => ReadReport(row, report, caller, now),
            { Report: null, Command: { } command } => ReadCommand(row, command, caller),
            _ => (null, Wrong("report", "row_needs_one", "A row has a report or a command, one of the two.")),
        };
    }

    /// <summary>A report that was captured too long ago, and its problem; whoever knows that it was taken in time answers it as before.</summary>
    public ProblemResult? FindStale(ReportRow row, DateTimeOffset now) => row.Report.CapturedAt < now - options.Value.MaxCaptureAge
        ? Wrong("report.capturedAt", "captured_too_long_ago", $"A report is taken for up to {options.Value.MaxCaptureAge.TotalDays:0.##} days after it was captured.")
        : null;

    private static (BatchRow? Row, ProblemResult? Problem) ReadReport(BatchRowBody row, ReportBody report, Caller caller, DateTimeOffset now) =>
        row is not { IncidentId: null, ReportedIn: null, Body: null, IfMatch: null } ? (null, Wrong("report", "row_needs_one", "A report has no incidentId, reportedIn, body or ifMatch: those are a command's."))
        : report.CapturedAt > now + MaxSkew ? (null, Wrong("report.capturedAt", "captured_in_future", "capturedAt is more than five minutes ahead of the time here."))
        : (new ReportRow(row.Id!, IdempotencyKeys.IncidentOf(caller, row.Id!), report), null);

    private (BatchRow? Row, ProblemResult? Problem) ReadCommand(BatchRowBody row, string command, Caller caller)
    {
        if (!actions.TryFind(command, out var action, out var needed))
        {
            return (null, Wrong("command", "command_unknown", "command is the last part of a command's address, such as accept or result."));
        }

        if (!caller.Has(needed))
        {
            return (null, caller.IsAnonymous ? AccessProblems.AuthenticationRequired(needed) : AccessProblems.Forbidden(needed));
        }

        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        var incident = ReadIncident(row, caller, problems);
        if (!EntityTags.TryReadIfMatch(row.IfMatch, out var version))
        {
            problems.Add(new FieldProblem("ifMatch", "if_match_malformed", "ifMatch is one version as the ETag has it, or *."));
        }

        try
        {
            var asked = action.Read(row.Body, json.Value.SerializerOptions);
            return problems.Count == 0 ? (new CommandRow(row.Id!, incident, asked, version), null) : (null, ProblemResult.BadRequest("invalid_command", problems.ToImmutable()));
        }
        catch (JsonException fault)
        {
            return (null, ProblemExceptionHandler.OfJson(fault));
        }
    }

    private static IncidentId ReadIncident(BatchRowBody row, Caller caller, ImmutableArray<FieldProblem>.Builder problems)
    {
        if (row is { IncidentId: null, ReportedIn: { } reportedIn } && IdempotencyKeys.IsKey(reportedIn))
        {
            return IdempotencyKeys.IncidentOf(caller, reportedIn);
        }

        if (row is { IncidentId: { } id, ReportedIn: null } && IncidentId.TryParse(id, out var incident))
        {
            return incident;
        }

        problems.Add(new FieldProblem("incidentId", "incident_id_malformed", "A command names its incident: by incidentId, or by the id of the row that reported it in reportedIn."));
        return default;
    }

    private static ProblemResult Wrong(string field, string code, string message) => ProblemResult.BadRequest("invalid_row", new FieldProblem(field, code, message));
}
