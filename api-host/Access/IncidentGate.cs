using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Incidents;
using GridActors.Grains;

namespace GridActors.ApiHost.Access;

/// <summary>The first layer for incidents: the rule is asked before anything is done. Whom an incident does not concern gets what an unknown one gets.</summary>
internal static class IncidentGate
{
    public static bool MayRead(this HttpContext http, Incident incident) => IncidentJurisdiction.MayRead(http.GetAuthority(), IncidentAccess.Of(incident));

    /// <summary>Whether it is the requester who speaks, of the incident or of one merged into it, or somebody whom it concerns anyhow.</summary>
    public static bool MayRead(this HttpContext http, Incident incident, TrackingCode shown) =>
        incident.TrackingCode == shown || incident.JoinedReporters.Any(j => j.TrackingCode == shown) || http.MayRead(incident);

    /// <summary>Asks the incident's actor, which then has it at hand for the command.</summary>
    /// <returns>Null where the caller may have the command carried out.</returns>
    public static async Task<ProblemResult?> RefuseAsync(this HttpContext http, IGrainFactory grains, IncidentId id, IncidentCommand command, CancellationToken ct) =>
        await grains.GetIncident(id).FindAccessAsync(ct) is not { } access ? IncidentProblems.Of(IncidentRefusal.UnknownIncident)
        : IncidentJurisdiction.RefusalOf(http.GetAuthority(), access, command) is { } refusal ? IncidentProblems.Of(refusal)
        : null;
}
