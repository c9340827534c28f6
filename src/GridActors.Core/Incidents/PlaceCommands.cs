using GridActors.Core.Divisions;
using GridActors.Core.Grids;

namespace GridActors.Core.Incidents;

/// <summary>Grids changed, and this open incident is filed under others from now on. Where it is filed so already, it does nothing.</summary>
/// <param name="Place">Where it is, in the grids as they are now; see <see cref="GridSuccession"/>.</param>
/// <param name="Village">Whose grids changed.</param>
/// <param name="ChangeNumber">The number of the <see cref="GridChange"/> in that village.</param>
[GenerateSerializer, Immutable, Alias("refile-incident")]
public sealed record RefileIncident(
    [property: Id(0)] ReportedPlace Place,
    [property: Id(1)] DivisionCode Village,
    [property: Id(2)] int ChangeNumber) : IncidentCommand;
