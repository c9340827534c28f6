using System.Collections.Immutable;
using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.Problems;

namespace GridActors.ApiHost.Batches;

/// <summary>What became of each row, in the order of the rows.</summary>
public sealed record BatchResource(ImmutableArray<BatchRowResource> Rows);

/// <param name="Row">Its place in the batch; the first is 1.</param>
/// <param name="Id">As the client named it; null where it did not.</param>
/// <param name="Status">What the row alone would have been answered with; 424 where it was not tried, because an earlier row of the same incident failed.</param>
/// <param name="Incident">As it was after this row; null where there is a problem.</param>
/// <param name="Problem">Null where the row was taken.</param>
public sealed record BatchRowResource(int Row, string? Id, int Status, IncidentResource? Incident, Problem? Problem);
