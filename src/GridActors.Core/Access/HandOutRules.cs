namespace GridActors.Core.Access;

/// <summary>Which grants an administrator may hand out with a key, and so which keys are theirs to see and to revoke.</summary>
public static class HandOutRules
{
    /// <summary>
    /// Inside the administrator's own scope only, a department's also by its division. Never an auditor's: those look at what
    /// administrators do, so their keys come from whoever owns the installation.
    /// </summary>
    public static bool MayHandOut(Caller by, Grant grant) => grant.Role != CallerRole.Auditor && by.Grants.Any(own =>
        AccessRules.Grants(own.Role, Permission.Administer)
        && own.Covers(grant.Scope)
        && (grant.Department is not { } department || own.Covers(department.Division.ToString())));
}
