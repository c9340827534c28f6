using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Departments;
using GridActors.Core.Escalations;
using GridActors.Core.Workers;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Incidents;

/// <summary>The world around an incident at the moment of a decision, all of it data.</summary>
/// <param name="Chain">The posts that can hold it, with who is on duty now.</param>
/// <param name="Calendar">Of its county.</param>
/// <param name="OnDuty">Workers on duty in its grids; only a report asks for them.</param>
/// <param name="Catalogue">The published catalogue of its county; only a report asks for it.</param>
/// <param name="Departments">Of its county and township.</param>
/// <param name="ReporterRole">What the reporter is to the grid; null for anybody who is no worker of it. Only a report asks for it.</param>
public sealed record IncidentContext(
    PostChain Chain,
    WorkingCalendar Calendar,
    EscalationPolicy Policy,
    ImmutableArray<WorkerId> OnDuty,
    CatalogueVersion? Catalogue,
    ImmutableArray<Department> Departments,
    WorkerRole? ReporterRole = null)
{
    /// <summary>For a command to an incident that does not exist: there is no place, and no rule asks for one.</summary>
    public static IncidentContext Nowhere { get; } = new(new PostChain([]), WorkingCalendar.Unpublished, EscalationPolicy.Default, [], null, []);

    /// <summary>The record of one routing decision.</summary>
    /// <param name="vacant">The posts that were passed over; default where none was looked for.</param>
    internal Explanation Explain(RoutingRule rule, Post to, ImmutableArray<Post> vacant, int catalogueVersion, DateTimeOffset now) =>
        new(now, rule, to, vacant.IsDefault ? [] : vacant, catalogueVersion, Calendar.Version);
}
