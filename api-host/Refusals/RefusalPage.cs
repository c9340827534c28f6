using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Incidents;
using GridActors.Storage.Refusals;

namespace GridActors.ApiHost.Refusals;

/// <summary>Refusals of a period: all of them counted, and a page of them.</summary>
/// <param name="Total">Of the whole period.</param>
/// <param name="Counts">Of the whole period, by reason and item.</param>
/// <param name="Items">Newest first.</param>
/// <param name="NextCursor">Leads to the next page; null on the last.</param>
public sealed record RefusalPage(long Total, ImmutableArray<RefusalCountResource> Counts, ImmutableArray<RefusalResource> Items, string? NextCursor);

public sealed record RefusalCountResource(IncidentRefusal Reason, ItemCode ItemCode, long Count);

/// <summary>A report that was refused for what it asks for; it never became an incident.</summary>
/// <param name="PlaceCode">The grid, or the county where no grid contains the place.</param>
/// <param name="ItemCode">As asked for.</param>
/// <param name="Channel">How it came in.</param>
public sealed record RefusalResource(DateTimeOffset At, string PlaceCode, ItemCode ItemCode, IncidentRefusal Reason, string Channel)
{
    public static RefusalResource Of(RefusedReport report) => new(report.At, report.PlaceCode, report.ItemCode, report.Reason, report.Channel);
}
