namespace GridActors.Core.Incidents;

/// <summary>The handler asks for one more handle limit, before the one that runs is used up.</summary>
[GenerateSerializer, Immutable, Alias("ask-extension")]
public sealed record AskExtension([property: Id(0)] string Reason, Actor? By = null) : PostCommand(By);

/// <param name="Reason">Needed where it is denied.</param>
[GenerateSerializer, Immutable, Alias("decide-extension")]
public sealed record DecideExtension([property: Id(0)] bool IsGranted, [property: Id(1)] string Reason, Actor? By = null) : PostCommand(By);

/// <param name="Until">When it goes on by itself; after now, and a year after it at most.</param>
[GenerateSerializer, Immutable, Alias("ask-suspension")]
public sealed record AskSuspension([property: Id(0)] DateTimeOffset Until, [property: Id(1)] string Reason, Actor? By = null) : PostCommand(By);

/// <param name="Reason">Needed where it is denied.</param>
[GenerateSerializer, Immutable, Alias("decide-suspension")]
public sealed record DecideSuspension([property: Id(0)] bool IsGranted, [property: Id(1)] string Reason, Actor? By = null) : PostCommand(By);

/// <summary>A centre ends a suspension before its time.</summary>
[GenerateSerializer, Immutable, Alias("resume-incident")]
public sealed record ResumeIncident(Actor? By = null) : PostCommand(By);

/// <summary>A tier above the holder presses for it; where none is named, the one right above.</summary>
[GenerateSerializer, Immutable, Alias("urge-incident")]
public sealed record UrgeIncident([property: Id(0)] string Reason, Actor? By = null) : PostCommand(By);

/// <summary>A tier above the holder takes over the watching; where none is named, the one right above.</summary>
[GenerateSerializer, Immutable, Alias("supervise-incident")]
public sealed record SuperviseIncident(Actor? By = null) : PostCommand(By);
