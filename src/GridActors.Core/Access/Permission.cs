namespace GridActors.Core.Access;

/// <summary>What an endpoint or an actor asks of its caller. One each; nothing is open that does not name one.</summary>
public enum Permission
{
    /// <summary>Everybody has it, with or without a login.</summary>
    ReadPublic,

    /// <summary>To report. Everybody has it.</summary>
    Report,

    /// <summary>To see incidents with all that is on their record.</summary>
    ReadIncidents,

    /// <summary>To handle an incident for its place: accept, result, on the spot, hand over.</summary>
    HandleIncidents,

    /// <summary>To decide for a centre: forward, assign, dispatch, check, close, void, merge, urge, supervise.</summary>
    DirectIncidents,

    /// <summary>To answer what was dispatched to a department.</summary>
    AnswerTasks,

    /// <summary>To see grids with their rosters, workers, departments, the catalogue and its drafts.</summary>
    ReadReference,

    /// <summary>To change grids, rosters and workers, and the catalogue.</summary>
    ChangeReference,

    /// <summary>To see measures and refusals.</summary>
    ReadMeasures,

    /// <summary>To see a reporter's contact, for a purpose that is recorded.</summary>
    ReadContacts,

    /// <summary>To see the proofs of the record.</summary>
    Audit,

    /// <summary>To import, and to keep keys and subscriptions.</summary>
    Administer,

    /// <summary>To take part in the work on an incident: start, notes, to ask for time. A department has it while it has a task.</summary>
    WorkOnIncidents,
}
