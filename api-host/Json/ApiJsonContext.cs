using System.Text.Json.Serialization;
using GridActors.ApiHost.Catalogue;
using GridActors.ApiHost.Divisions;
using GridActors.ApiHost.Grids;
using GridActors.ApiHost.Imports;
using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.Problems;
using GridActors.ApiHost.Refusals;
using GridActors.ApiHost.Workers;

namespace GridActors.ApiHost.Json;

/// <summary>Everything that goes over the wire, compiled. Names and converters are those of <see cref="ApiJson"/>.</summary>
[JsonSerializable(typeof(AcceptBody))]
[JsonSerializable(typeof(AssignBody))]
[JsonSerializable(typeof(CheckBody))]
[JsonSerializable(typeof(CloseBody))]
[JsonSerializable(typeof(ForwardBody))]
[JsonSerializable(typeof(OnSpotBody))]
[JsonSerializable(typeof(ReportBody))]
[JsonSerializable(typeof(ResultBody))]
[JsonSerializable(typeof(SendDownBody))]
[JsonSerializable(typeof(StartBody))]
[JsonSerializable(typeof(VoidBody))]
[JsonSerializable(typeof(IncidentResource))]
[JsonSerializable(typeof(IncidentPage))]
[JsonSerializable(typeof(ItemList<TimelineEntry>))]
[JsonSerializable(typeof(ItemList<LedgerEntry>))]
[JsonSerializable(typeof(DivisionResource))]
[JsonSerializable(typeof(ItemList<DivisionResource>))]
[JsonSerializable(typeof(ItemList<DivisionChildResource>))]
[JsonSerializable(typeof(GridResource))]
[JsonSerializable(typeof(ItemList<GridSummary>))]
[JsonSerializable(typeof(CatalogueResource))]
[JsonSerializable(typeof(DiffResource))]
[JsonSerializable(typeof(DraftBody))]
[JsonSerializable(typeof(DraftResource))]
[JsonSerializable(typeof(ItemList<VersionResource>))]
[JsonSerializable(typeof(PublicCatalogueResource))]
[JsonSerializable(typeof(DryRunBody))]
[JsonSerializable(typeof(DryRunResource))]
[JsonSerializable(typeof(WorkerResource))]
[JsonSerializable(typeof(RefusalPage))]
[JsonSerializable(typeof(ImportResource))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class ApiJsonContext : JsonSerializerContext;
