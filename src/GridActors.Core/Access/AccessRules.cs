namespace GridActors.Core.Access;

/// <summary>What each role may do. Everything else it may not.</summary>
public static class AccessRules
{
    /// <summary>Whether everybody has it, with or without a login.</summary>
    public static bool IsOpen(Permission permission) => permission is Permission.ReadPublic or Permission.Report;

    public static bool Grants(CallerRole role, Permission permission) => IsOpen(permission) || (role switch
    {
        CallerRole.Worker => permission is Permission.ReadIncidents or Permission.HandleIncidents or Permission.WorkOnIncidents or Permission.ReadReference,
        CallerRole.CentreOperator => permission is Permission.ReadIncidents or Permission.HandleIncidents or Permission.WorkOnIncidents or Permission.DirectIncidents
            or Permission.ReadReference or Permission.ChangeReference or Permission.ReadMeasures or Permission.ReadContacts,
        CallerRole.Department => permission is Permission.ReadIncidents or Permission.WorkOnIncidents or Permission.AnswerTasks or Permission.ReadReference,
        CallerRole.Supervisor => permission is Permission.ReadIncidents or Permission.ReadReference or Permission.ReadMeasures,
        CallerRole.Auditor => permission is Permission.ReadIncidents or Permission.ReadReference or Permission.ReadMeasures or Permission.Audit,
        CallerRole.Administrator => permission is Permission.ReadReference or Permission.ChangeReference or Permission.Administer,
        _ => false,
    });
}
