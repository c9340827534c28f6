using System.Text.Json;
using GridActors.ApiHost.Access;
using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.Problems;
using GridActors.Core.Incidents;
using GridActors.Grains;
using GridActors.Storage.Incidents;

namespace GridActors.ApiHost.Batches;

/// <summary>Tries the rows of a batch: those of one incident in their order, those of different incidents side by side.</summary>
internal sealed class BatchRun(BatchReader reader, ReportTaker reports, IGrainFactory grains, IIncidentJournal journal, ProblemExceptionHandler faults, TimeProvider clock)
{
    /// <summary>Incidents of one batch that are at work at once.</summary>
    private const int Width = 8;

    /// <returns>For each row the incident as it was after it, or a problem.</returns>
    public async Task<BatchOutcome[]> RunAsync(JsonElement[] elements, HttpContext http, CancellationToken ct)
    {
        var (caller, now) = (http.GetCaller(), clock.GetUtcNow());
        var outcomes = new BatchOutcome[elements.Length];
        var rows = new List<(int At, BatchRow Row)>();
        var ids = new HashSet<string>();
        for (var at = 0; at < elements.Length; at++)
        {
            var (row, problem) = reader.Read(elements[at], caller, now);
            problem ??= ids.Add(row!.Id) ? null : ProblemResult.BadRequest("invalid_row", new FieldProblem("id", "row_id_twice", "Another row of this batch has the same id."));
            if (problem is null)
            {
                rows.Add((at, row!));
            }
            else
            {
                outcomes[at] = BatchOutcome.Of(problem);
            }
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = Width, CancellationToken = ct };
        await Parallel.ForEachAsync(rows.GroupBy(r => r.Row.Incident), options, async (ofIncident, token) =>
        {
            var hasFailed = false;
            foreach (var (at, row) in ofIncident)
            {
                outcomes[at] = hasFailed ? BatchOutcome.NotTried : await TryAsync(row, http, token);
                hasFailed |= outcomes[at].StopsTheNext(row);
            }
        });
        return outcomes;
    }

    private async Task<BatchOutcome> TryAsync(BatchRow row, HttpContext http, CancellationToken ct)
    {
        try
        {
            return row switch
            {
                ReportRow report => await ReportAsync(report, http, ct),
                CommandRow command => await ExecuteAsync(command, http, ct),
                _ => throw new InvalidOperationException(row.GetType().Name),
            };
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            return BatchOutcome.Of(faults.Of(http, fault));
        }
    }

    private async Task<BatchOutcome> ReportAsync(ReportRow row, HttpContext http, CancellationToken ct)
    {
        if (reader.FindStale(row, clock.GetUtcNow()) is { } stale && await journal.FindAsync(row.Incident, ct) is null)
        {
            return BatchOutcome.Of(stale);
        }

        var (reply, problem) = await reports.TakeAsync(row.Report, row.Incident, http, mayBeKnown: true, ct);
        return problem is null ? BatchOutcome.Of(reply!.Incident!, reply.Changed ? StatusCodes.Status201Created : StatusCodes.Status200OK) : BatchOutcome.Of(problem);
    }

    private async Task<BatchOutcome> ExecuteAsync(CommandRow row, HttpContext http, CancellationToken ct)
    {
        var fields = new CommandReader();
        var command = row.Asked.Read(fields);
        if (await fields.FindProblemAsync(grains, ct) is { } problem)
        {
            return BatchOutcome.Of(problem);
        }

        if (await http.RefuseAsync(grains, row.Incident, command, ct) is { } refused)
        {
            return BatchOutcome.Of(refused);
        }

        var reply = await grains.GetIncident(row.Incident).ExecuteAsync(IdempotencyKeys.Mark(command, http.GetCaller(), row.Id, row.Asked), row.IfVersion, ct);
        return reply is { Refusal: null, Incident: { } incident }
            ? BatchOutcome.Of(incident, StatusCodes.Status200OK)
            : BatchOutcome.Of(IncidentProblems.Of(reply.Refusal ?? IncidentRefusal.UnknownIncident));
    }
}
