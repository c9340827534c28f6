using GridActors.ApiHost.Contacts;
using GridActors.ApiHost.Problems;
using GridActors.Contracts.Incidents;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Grains;
using GridActors.Grains.Divisions;
using GridActors.Hosting.Contacts;
using GridActors.Hosting.Incidents;
using GridActors.Hosting.Refusals;
using GridActors.Storage.Incidents;
using GridActors.Storage.Refusals;

namespace GridActors.ApiHost.Incidents;

/// <summary>Takes a report, alone or as a row of a batch: reads it, routes it, and records it where the list does not have what it asks for.</summary>
internal sealed class ReportTaker(IRegionDirectory directory, IIncidentJournal journal, IGrainFactory grains, IRefusalRecorder refusals, ContactVault vault, TimeProvider clock)
{
    /// <param name="id">Chosen before: the same report under the same id answers the same incident.</param>
    /// <param name="mayBeKnown">Whether the id may have been used before.</param>
    /// <returns>What became of it, or what is wrong with it: one of the two.</returns>
    public async Task<(IncidentReply? Reply, ProblemResult? Problem)> TakeAsync(ReportBody body, IncidentId id, HttpContext http, bool mayBeKnown, CancellationToken ct)
    {
        var region = await directory.AtLeastAsync(0, ct);
        var (about, problem) = body.About is { } subject ? await SubjectReader.ReadAsync(subject, http, journal, grains, ct) : default;
        if (problem is not null)
        {
            return (null, problem);
        }

        var contact = ContactReader.Read(body.Contact, vault, out var faults);
        if (!ReportIntake.TryPrepare(body.ToRequest(), id, region, about, out var command, out var problems) || !faults.IsEmpty)
        {
            return (null, Refuse([.. problems, .. faults]));
        }

        var kept = contact is null ? null : await vault.KeepAsync(id, contact, mayBeKnown, ct);
        var reply = await SendAsync(command, ct);
        if (kept is { } retained && reply.Refusal is not null)
        {
            // Of a report that was sent under another one's key it would be the wrong person's.
            await vault.TakeBackAsync(retained, ct);
        }

        return reply switch
        {
            { Refusal: IncidentRefusal.UnknownItem or IncidentRefusal.ReservedToAuthority } => (null, await RefuseItemAsync(command, reply.Refusal.Value, region)),
            { Refusal: null, Incident: not null } => (reply, null),
            _ => (null, IncidentProblems.Of(reply.Refusal ?? IncidentRefusal.UnknownIncident)),
        };
    }

    /// <summary>Its id was chosen before: sent again, a report answers what became of the first call.</summary>
    public async Task<IncidentReply> SendAsync(ReportIncident command, CancellationToken ct)
    {
        var actor = grains.GetIncident(command.Id);
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
    public async Task<ProblemResult> RefuseItemAsync(ReportIncident command, IncidentRefusal reason, RegionSnapshot region)
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
