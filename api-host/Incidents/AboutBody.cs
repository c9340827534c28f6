namespace GridActors.ApiHost.Incidents;

/// <summary>Whom a complaint or an appeal is about: one of the two.</summary>
public sealed record AboutBody
{
    /// <summary>The incident whose outcome is appealed against. The appeal goes to the tier above the one that held it.</summary>
    public string? IncidentId { get; init; }

    /// <summary>The tracking code of that incident. Needed of whoever may not read it otherwise.</summary>
    public string? TrackingCode { get; init; }

    /// <summary>The badge number of the worker complained about. The complaint goes to the county centre, past the worker, the village and the township.</summary>
    public string? WorkerId { get; init; }
}
