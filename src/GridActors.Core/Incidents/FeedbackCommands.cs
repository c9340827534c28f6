namespace GridActors.Core.Incidents;

/// <summary>A remark for the record, at any time.</summary>
[GenerateSerializer, Immutable, Alias("add-note")]
public sealed record AddNote([property: Id(0)] string Text, Actor? By = null) : PostCommand(By);

/// <summary>A remark of the requester, at any time.</summary>
/// <param name="TrackingCode">Shows that it is the requester who speaks: of the incident, or of one merged into it.</param>
[GenerateSerializer, Immutable, Alias("add-requester-note")]
public sealed record AddRequesterNote([property: Id(0)] TrackingCode TrackingCode, [property: Id(1)] string Text) : IncidentCommand;

/// <param name="TrackingCode">Shows that it is the requester who speaks.</param>
/// <param name="Score">1 to 5, 5 the best.</param>
/// <param name="Comment">May be empty.</param>
/// <param name="IsSettled">Whether the incident that it was merged into, if it was, has been closed.</param>
[GenerateSerializer, Immutable, Alias("rate-incident")]
public sealed record RateIncident(
    [property: Id(0)] TrackingCode TrackingCode,
    [property: Id(1)] int Score,
    [property: Id(2)] string Comment,
    [property: Id(3)] bool IsSettled = true) : IncidentCommand;

/// <summary>"Not fixed", within the reopen window.</summary>
/// <param name="TrackingCode">Shows that it is the requester who speaks: of the incident, or of one merged into it.</param>
[GenerateSerializer, Immutable, Alias("reopen-incident")]
public sealed record ReopenIncident([property: Id(0)] TrackingCode TrackingCode, [property: Id(1)] string Reason) : IncidentCommand;
