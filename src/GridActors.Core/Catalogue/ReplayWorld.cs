using GridActors.Core.Escalations;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Catalogue;

/// <summary>The world around an incident while its life is gone through again; the same for both catalogues, so that only they make a difference.</summary>
/// <param name="ChainAt">The posts that can hold it, with who is on duty at an instant.</param>
/// <param name="Calendars">Of its county.</param>
public sealed record ReplayWorld(Func<DateTimeOffset, PostChain> ChainAt, CalendarHistory Calendars, EscalationPolicy Policy)
{
    internal IncidentContext At(DateTimeOffset instant, CatalogueVersion catalogue) => new(ChainAt(instant), Calendars.At(instant), Policy, [], catalogue);
}
