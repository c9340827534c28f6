using System.Text.Json.Serialization;
using GridActors.ApiHost.Access;
using GridActors.ApiHost.Batches;
using GridActors.ApiHost.Catalogue;
using GridActors.ApiHost.Contacts;
using GridActors.ApiHost.Departments;
using GridActors.ApiHost.Divisions;
using GridActors.ApiHost.Grids;
using GridActors.ApiHost.Imports;
using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.Measures;
using GridActors.ApiHost.Problems;
using GridActors.ApiHost.Public;
using GridActors.ApiHost.Record;
using GridActors.ApiHost.Refusals;
using GridActors.ApiHost.Webhooks;
using GridActors.ApiHost.Workers;

namespace GridActors.ApiHost.Json;

/// <summary>Everything that goes over the wire, compiled. Names and converters are those of <see cref="ApiJson"/>.</summary>
[JsonSerializable(typeof(ApiKeyBody))]
[JsonSerializable(typeof(ItemList<ApiKeyResource>))]
[JsonSerializable(typeof(NewApiKeyResource))]
[JsonSerializable(typeof(BatchBody))]
[JsonSerializable(typeof(BatchResource))]
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
[JsonSerializable(typeof(LedgerResource))]
[JsonSerializable(typeof(TrackResource))]
[JsonSerializable(typeof(PublicGridResource))]
[JsonSerializable(typeof(ItemList<IncidentResource>))]
[JsonSerializable(typeof(DispatchBody))]
[JsonSerializable(typeof(AcceptTaskBody))]
[JsonSerializable(typeof(ReturnTaskBody))]
[JsonSerializable(typeof(TaskResultBody))]
[JsonSerializable(typeof(AskExtensionBody))]
[JsonSerializable(typeof(DecideExtensionBody))]
[JsonSerializable(typeof(AskSuspensionBody))]
[JsonSerializable(typeof(DecideSuspensionBody))]
[JsonSerializable(typeof(ResumeBody))]
[JsonSerializable(typeof(UrgeBody))]
[JsonSerializable(typeof(SuperviseBody))]
[JsonSerializable(typeof(NoteBody))]
[JsonSerializable(typeof(PurposeBody))]
[JsonSerializable(typeof(ContactResource))]
[JsonSerializable(typeof(ContactErasureResource))]
[JsonSerializable(typeof(RateBody))]
[JsonSerializable(typeof(ReopenBody))]
[JsonSerializable(typeof(MergeBody))]
[JsonSerializable(typeof(UnmergeBody))]
[JsonSerializable(typeof(ItemList<DepartmentResource>))]
[JsonSerializable(typeof(DivisionResource))]
[JsonSerializable(typeof(ItemList<DivisionResource>))]
[JsonSerializable(typeof(ItemList<DivisionChildResource>))]
[JsonSerializable(typeof(GridChangeBody))]
[JsonSerializable(typeof(GridChangeResource))]
[JsonSerializable(typeof(ItemList<GridChangeResource>))]
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
[JsonSerializable(typeof(AppointBody))]
[JsonSerializable(typeof(TransferBody))]
[JsonSerializable(typeof(EndBody))]
[JsonSerializable(typeof(ShiftsBody))]
[JsonSerializable(typeof(CoverBody))]
[JsonSerializable(typeof(EligibilityBody))]
[JsonSerializable(typeof(BadgeBody))]
[JsonSerializable(typeof(HandOverBody))]
[JsonSerializable(typeof(HandOverResource))]
[JsonSerializable(typeof(RevokeBody))]
[JsonSerializable(typeof(PublicBadgeResource))]
[JsonSerializable(typeof(WorkerResource))]
[JsonSerializable(typeof(CheckpointPage))]
[JsonSerializable(typeof(RefusalPage))]
[JsonSerializable(typeof(MeasurePage))]
[JsonSerializable(typeof(MeasureEntryPage))]
[JsonSerializable(typeof(AddWebhookBody))]
[JsonSerializable(typeof(ChangeWebhookBody))]
[JsonSerializable(typeof(WebhookSecretResource))]
[JsonSerializable(typeof(WebhookPage))]
[JsonSerializable(typeof(DeliveryPage))]
[JsonSerializable(typeof(ReplayResource))]
[JsonSerializable(typeof(ImportResource))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class ApiJsonContext : JsonSerializerContext;
