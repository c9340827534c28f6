using GridActors.Core.Incidents;
using GridActors.Core.Measures;
using GridActors.Core.Tests.WorkingTime;

namespace GridActors.Core.Tests.Measures;

/// <summary>What a store of measures has of one incident: counting it again puts what it contributes, and forgets what it does not contribute any more.</summary>
internal sealed class CountedStore
{
    private readonly Dictionary<(MeasureFigure Figure, int Occurrence), Contribution> _rows = [];

    public IEnumerable<Contribution> Rows => _rows.Values.OrderBy(c => c.Figure).ThenBy(c => c.Occurrence);

    /// <param name="life">All events so far, or an earlier state of them.</param>
    /// <param name="batch">How many of the last ones are new; where none of them is of concern nothing is counted.</param>
    public void Count(IReadOnlyList<IncidentEvent> life, int batch)
    {
        if (!life.Skip(life.Count - batch).Any(IncidentMeasures.Concern))
        {
            return;
        }

        var counted = IncidentMeasures.Of(life, Calendars.China).ToDictionary(c => (c.Figure, c.Occurrence));
        foreach (var gone in _rows.Keys.Except(counted.Keys).ToList())
        {
            _rows.Remove(gone);
        }

        foreach (var (key, row) in counted)
        {
            _rows[key] = row;
        }
    }
}
