using System.Collections.Immutable;
using GridActors.Core.Contacts;
using GridActors.Core.Incidents;

namespace GridActors.Core.Measures;

/// <summary>What an incident contributes to the figures: a function of its events, so that counting it again changes nothing.</summary>
public static class IncidentMeasures
{
    /// <summary>In the order of figures and occurrences; empty where there are no events.</summary>
    /// <param name="events">All of the incident's, oldest first.</param>
    /// <param name="utcOffset">Local time of its county.</param>
    public static ImmutableArray<Contribution> Of(IEnumerable<IncidentEvent> events, TimeSpan utcOffset)
    {
        var tally = new MeasureTally(utcOffset);
        foreach (var change in events)
        {
            tally.Add(change);
        }

        return tally.ToContributions();
    }

    /// <summary>False for an event that never changes what its incident contributes: reminders go on for ever, and each would count it again.</summary>
    public static bool Concern(IncidentEvent change) => change is not (
        AcceptanceReminded or HandlerReminded or OverdueReminded or PostsNotified or NoteAdded or ContactShown or IncidentUrged or SupervisionTaken or SupervisorNamed);
}
