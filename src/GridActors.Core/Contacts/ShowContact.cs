using GridActors.Core.Incidents;

namespace GridActors.Core.Contacts;

/// <summary>Somebody is about to see the contact of whoever reported it. The contact itself is not in here.</summary>
/// <param name="Purpose">What for; 1 to 200 characters.</param>
[GenerateSerializer, Immutable, Alias("show-contact")]
public sealed record ShowContact([property: Id(0)] string Purpose, Actor? By = null) : PostCommand(By);
