using GridActors.ApiHost.Incidents;
using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Batches;

/// <summary>A row that can be tried. Rows of the same incident are tried one after the other.</summary>
internal abstract record BatchRow(string Id, IncidentId Incident);

internal sealed record ReportRow(string Id, IncidentId Incident, ReportBody Report) : BatchRow(Id, Incident);

/// <param name="Asked">The body of the command.</param>
/// <param name="IfVersion">Null for any.</param>
internal sealed record CommandRow(string Id, IncidentId Incident, ICommandBody Asked, int? IfVersion) : BatchRow(Id, Incident);
