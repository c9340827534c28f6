using GridActors.ApiHost.Access;
using GridActors.ApiHost.Problems;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Grains;
using GridActors.Hosting.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.ApiHost.Incidents;

/// <summary>Looks up whom a complaint or an appeal is about.</summary>
internal static class SubjectReader
{
    public static async Task<(ReportedSubject? Subject, ProblemResult? Problem)> ReadAsync(
        AboutBody about, HttpContext http, IIncidentJournal journal, IGrainFactory grains, CancellationToken ct) => about switch
        {
            { IncidentId: { Length: > 0 } incident, WorkerId: null or "" } => await ReadIncidentAsync(incident, about.TrackingCode, http, journal, ct),
            { IncidentId: null or "", WorkerId: { Length: > 0 } worker } => await ReadWorkerAsync(worker, grains, ct),
            _ => (null, ProblemResult.BadRequest("invalid_report", new FieldProblem("about", "about_needs_one", "about names an incident or a worker, one of the two."))),
        };

    private static async Task<(ReportedSubject? Subject, ProblemResult? Problem)> ReadIncidentAsync(
        string id, string? trackingCode, HttpContext http, IIncidentJournal journal, CancellationToken ct) =>
        IncidentId.TryParse(id, out var incidentId) && await journal.FindAsync(incidentId, ct) is { } incident
        && (TrackingCode.TryParse(trackingCode, out var shown) ? http.MayRead(incident, shown) : http.MayRead(incident))
            ? (ReportedSubject.Appeal(incident), null)
            : (null, Unknown("about.incidentId", "unknown_incident", $"There is no incident {id}."));

    private static async Task<(ReportedSubject? Subject, ProblemResult? Problem)> ReadWorkerAsync(string id, IGrainFactory grains, CancellationToken ct)
    {
        if (!WorkerId.TryParse(id, out var workerId) || await grains.GetWorker(workerId).GetAsync(ct) is not { Duties: [var duty, ..] })
        {
            return (null, Unknown("about.workerId", "unknown_worker", $"There is no worker {id}."));
        }

        return (new ReportedSubject(new IncidentSubject(null, workerId), PlaceAbove(duty.Post)), null);
    }

    /// <summary>The county centre; for an officer of the prefecture, the prefecture itself.</summary>
    private static ReportedPlace PlaceAbove(Post post)
    {
        var division = GridCode.TryParse(post.PlaceCode, out GridCode grid) ? grid.Village : DivisionCode.Parse(post.PlaceCode);
        return division.AncestorAt(DivisionLevel.County) is { } county
            ? new ReportedPlace([], county, null, Tier.County)
            : new ReportedPlace([], division, null, Tier.Prefecture);
    }

    private static ProblemResult Unknown(string field, string code, string message) =>
        ProblemResult.Unprocessable("invalid_report", new FieldProblem(field, code, message));
}
