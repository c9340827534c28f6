using GridActors.ApiHost.Problems;
using GridActors.Contracts.Incidents;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Grains;
using GridActors.Grains.Divisions;
using GridActors.Hosting.Incidents;
using GridActors.Hosting.Refusals;
using GridActors.Storage.Incidents;
using GridActors.Storage.Refusals;

namespace GridActors.ApiHost.Incidents;

/// <summary>Takes a report, alone or as a row of a batch: reads it, routes it, and records it where the list does not have what it asks for.</summary>
internal sealed class ReportTaker(IRegionDirectory directory, IIncidentJournal journal, IGrainFactory grains, IRefusalRecorder refusals, TimeProvider clock)
{
    /// <param name="id">Chosen before: the same report under the same id answers the same incident.</param>
    /// <returns>What became of it, or what is wrong with it: one of the two.</returns>
    public async Task<(IncidentReply? Reply, ProblemResult? Problem)> TakeAsync(ReportBody body, IncidentId id, CancellationToken ct)
    {
        var region = await directory.AtLeastAsync(0, ct);
        var (about, problem) = body.About is { } subject ? await SubjectReader.ReadAsync(subject, journal, grains, ct) : default;
        if (problem is not null)
        {
            return (null, problem);
        }

        if (!ReportIntake.TryPrepare(body.ToRequest(), id, region, about, out var command, out var problems))
        {
            return (null, Refuse(problems));
        }

        var reply = await SendAsync(grains.GetIncident(id), command, ct);
        return reply switch
        {
            { Refusal: IncidentRefusal.UnknownItem or IncidentRefusal.ReservedToAuthority } => (null, await RefuseItemAsync(command, reply.Refusal.Value, region)),
            { Refusal: null, Incident: not null } => (reply, null),
            _ => (null, IncidentProblems.Of(reply.Refusal ?? IncidentRefusal.UnknownIncident)),
        };
    }

    /// <summary>Its id was chosen before: sent again, a report answers what became of the first call.</summary>
    private static async Task<IncidentReply> SendAsync(IIncidentGrain actor, ReportIncident command, CancellationToken ct)
    {
        try
        {
            return await actor.ExecuteAsync(command, null, ct);
        }
        catch (Exception fault) when (LostCalls.Have(fault))
        {
            return await LostCalls.RepeatAsync(actor, command, ct);
        }
    }

    /// <summary>What is not on the list, or reserved to an authority, is refused with the reason, and the refusal is recorded (Art. 15).</summary>
    private async Task<ProblemResult> RefuseItemAsync(ReportIncident command, IncidentRefusal reason, RegionSnapshot region)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var id = IncidentIds.ForKey($"refused/{command.Id}", command.ItemCode.ToString());
        await refusals.RecordAsync(new RefusedReport(id, at, command.Place.PlaceCode, command.ItemCode, reason, command.Content.Channel));
        return reason == IncidentRefusal.ReservedToAuthority && region.CatalogueOf(command.Place.County)?.FindReserved(command.ItemCode) is { } reserved
            ? IncidentProblems.Of(reserved)
            : IncidentProblems.Of(reason);
    }

    private static ProblemResult Refuse(IReadOnlyCollection<ReportProblem> problems)
    {
        FieldProblem[] errors = [.. problems.Select(p => new FieldProblem(p.Field, p.Code, p.Message))];
        return problems.Any(p => p.IsMalformed)
            ? ProblemResult.BadRequest("invalid_report", [.. errors])
            : ProblemResult.Unprocessable("invalid_report", [.. errors]);
    }
}
