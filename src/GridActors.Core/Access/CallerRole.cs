namespace GridActors.Core.Access;

/// <summary>What somebody is to the platform. What each may do is in <see cref="AccessRules"/>.</summary>
public enum CallerRole
{
    /// <summary>Reports, and follows what was reported with its tracking code. Needs no login.</summary>
    Requester,

    /// <summary>Works in grids, and sees what is reported there.</summary>
    Worker,

    /// <summary>Decides for the centre of a division, and sees what is below it.</summary>
    CentreOperator,

    /// <summary>Sees and handles what is dispatched to one department.</summary>
    Department,

    /// <summary>Sees everything below a division and changes nothing.</summary>
    Supervisor,

    /// <summary>As a supervisor, and sees the record with its proofs.</summary>
    Auditor,

    /// <summary>Keeps reference data, keys and subscriptions below a division; sees no incident.</summary>
    Administrator,
}
