using System.Collections.Immutable;

namespace GridActors.ApiHost.Incidents;

/// <summary>One page of a list of incidents, newest report first.</summary>
/// <param name="NextCursor">Leads to the next page; null on the last. The Link header has the whole address.</param>
public sealed record IncidentPage(ImmutableArray<IncidentResource> Items, string? NextCursor);
