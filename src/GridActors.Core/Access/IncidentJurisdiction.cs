using GridActors.Core.Incidents;
using GridActors.Core.Workers;

namespace GridActors.Core.Access;

/// <summary>
/// Whom an incident concerns. Asked twice, at the endpoint and by the incident's actor, so that a fault in one of them opens
/// nothing. Who may not read an incident is told that there is none.
/// </summary>
public static class IncidentJurisdiction
{
    private const int GridCodeLength = 15;

    /// <summary>A worker: the incidents of its grids, and those that it handles. A department: those that it has a task of. Everybody else: those of the places below them.</summary>
    public static bool MayRead(Authority authority, IncidentAccess incident) =>
        authority.IsSystem || (authority.IsKnown && MayRead(authority.Caller, incident));

    public static bool MayRead(Caller caller, IncidentAccess incident) =>
        caller.Grants.Any(g => AccessRules.Grants(g.Role, Permission.ReadIncidents) && Reaches(g, incident));

    /// <summary>Whether an authority may have a command carried out, before it is known who acts where the command names nobody.</summary>
    /// <returns>Null where it may.</returns>
    public static IncidentRefusal? RefusalOf(Authority authority, IncidentAccess incident, IncidentCommand command) =>
        authority.IsSystem ? null
        : !authority.IsKnown ? IncidentRefusal.OutsideJurisdiction
        : CommandPermissions.Of(command) is Permission.Report ? null
        : !MayRead(authority.Caller, incident) ? IncidentRefusal.OutsideJurisdiction
        : CommandPermissions.Of(command) is not { } permission || !IsPermitted(authority.Caller, incident, permission) ? IncidentRefusal.NotPermitted
        : CommandActors.Named(command) is { } named && !SpeaksFor(authority.Caller, named, command) ? IncidentRefusal.NotSpeaker
        : null;

    /// <summary>
    /// The command as the actor carries it out. Where it names nobody and the caller may not speak for who would act, the caller acts,
    /// if it is one worker or one department.
    /// </summary>
    /// <param name="actor">Who acts, see <see cref="CommandActors.Of"/>.</param>
    /// <returns>Null where the caller may not speak for anybody who would.</returns>
    public static IncidentCommand? Attribute(Authority authority, IncidentCommand command, Actor actor) =>
        authority.IsSystem || command is not PostCommand { By: null } open || SpeaksFor(authority.Caller, actor, command) ? command
        : OwnActor(authority.Caller) is { } own ? open with { By = own }
        : null;

    /// <summary>Whether a report is a worker's own, which the rules treat differently from anybody else's.</summary>
    public static bool IsWorker(Authority authority, WorkerId worker) =>
        authority.IsSystem || (authority.IsKnown && authority.Caller.Grants.Any(g => g is { Role: CallerRole.Worker, Worker: { } own } && own == worker));

    private static bool IsPermitted(Caller caller, IncidentAccess incident, Permission permission) =>
        caller.Grants.Any(g => AccessRules.Grants(g.Role, permission) && Reaches(g, incident));

    private static bool Reaches(Grant grant, IncidentAccess incident) => grant.Role switch
    {
        CallerRole.Worker => !incident.IsOversight
            && (incident.PlaceCodes.Any(p => p.Length == GridCodeLength && grant.Covers(p)) || (grant.Worker is { } worker && worker == incident.Handler)),
        CallerRole.Department => !incident.IsOversight && grant.Department is { } department && incident.Departments.Contains(department),
        CallerRole.CentreOperator or CallerRole.Supervisor or CallerRole.Auditor => incident.PlaceCodes.Any(grant.Covers),
        _ => false,
    };

    /// <summary>A worker and a department speak for themselves, an operator for the posts at and below its place; who leaves may be sent home by an operator.</summary>
    private static bool SpeaksFor(Caller caller, Actor actor, IncidentCommand command) => caller.Grants.Any(g => g.Role switch
    {
        CallerRole.Worker => g.Worker is { } worker && actor == Actor.Of(worker),
        CallerRole.Department => g.Department is { } department && actor == Actor.Of(department),
        CallerRole.CentreOperator => command is HandOverIncident || (actor.Post is { } post && g.Covers(post.PlaceCode)),
        _ => false,
    });

    private static Actor? OwnActor(Caller caller)
    {
        Actor? own = null;
        foreach (var grant in caller.Grants)
        {
            Actor? actor = grant switch
            {
                { Role: CallerRole.Worker, Worker: { } worker } => Actor.Of(worker),
                { Role: CallerRole.Department, Department: { } department } => Actor.Of(department),
                _ => null,
            };
            if (actor is not null && own is not null && actor != own)
            {
                return null;
            }

            own ??= actor;
        }

        return own;
    }
}
