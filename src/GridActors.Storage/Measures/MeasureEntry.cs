using GridActors.Core.Incidents;
using GridActors.Core.Measures;

namespace GridActors.Storage.Measures;

/// <summary>One of those that a figure counts.</summary>
public sealed record MeasureEntry(IncidentId Incident, Contribution Contribution)
{
    public MeasureEntryCursor Cursor => new(Contribution.Day, Incident, Contribution.Occurrence);
}

/// <summary>Where a page ended.</summary>
public readonly record struct MeasureEntryCursor(DateOnly Day, IncidentId Incident, int Occurrence);
