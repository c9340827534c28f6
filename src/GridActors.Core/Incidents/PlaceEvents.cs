using GridActors.Core.Divisions;

namespace GridActors.Core.Incidents;

/// <summary>Its grid changed: it is filed under another one, and the post there holds it. Its clocks run on, and whoever is at work stays so.</summary>
/// <param name="Village">Whose grids changed.</param>
/// <param name="ChangeNumber">Which change of that village it was.</param>
/// <param name="Holder">The post that holds it from now on, maybe the same as before.</param>
[GenerateSerializer, Immutable, Alias("incident.refiled.v1")]
public sealed record IncidentRefiled(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] ReportedPlace From,
    [property: Id(1)] ReportedPlace To,
    [property: Id(2)] DivisionCode Village,
    [property: Id(3)] int ChangeNumber,
    [property: Id(4)] Post Holder,
    [property: Id(5)] Explanation Why) : IncidentEvent(At, By);
