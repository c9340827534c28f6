using System.Text.Json.Serialization;
using GridActors.Core.Contacts;
using GridActors.Core.Departments;
using GridActors.Core.Incidents;

namespace GridActors.Storage.Incidents;

/// <summary>How incidents and their events are stored: camel case, enumerations by name, no nulls. The stored text is a format: add properties, never rename them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Incident))]
[JsonSerializable(typeof(IncidentReported))]
[JsonSerializable(typeof(IncidentHandledOnSpot))]
[JsonSerializable(typeof(IncidentAccepted))]
[JsonSerializable(typeof(IncidentEscalated))]
[JsonSerializable(typeof(AcceptanceReminded))]
[JsonSerializable(typeof(IncidentForwarded))]
[JsonSerializable(typeof(IncidentSentDown))]
[JsonSerializable(typeof(IncidentRefiled))]
[JsonSerializable(typeof(AcceptClockRestarted))]
[JsonSerializable(typeof(WorkerAssigned))]
[JsonSerializable(typeof(IncidentHandedOver))]
[JsonSerializable(typeof(HandlingStarted))]
[JsonSerializable(typeof(ResultSubmitted))]
[JsonSerializable(typeof(CheckPassed))]
[JsonSerializable(typeof(CheckFailed))]
[JsonSerializable(typeof(IncidentClosed))]
[JsonSerializable(typeof(IncidentVoided))]
[JsonSerializable(typeof(HandlerReminded))]
[JsonSerializable(typeof(IncidentOverdue))]
[JsonSerializable(typeof(SupervisorNamed))]
[JsonSerializable(typeof(OverdueReminded))]
[JsonSerializable(typeof(AcceptDueRecomputed))]
[JsonSerializable(typeof(HandleDueRecomputed))]
[JsonSerializable(typeof(PostsNotified))]
[JsonSerializable(typeof(EmergencyTaken))]
[JsonSerializable(typeof(IncidentDispatched))]
[JsonSerializable(typeof(TaskAccepted))]
[JsonSerializable(typeof(TaskReturned))]
[JsonSerializable(typeof(IncidentRaisedForDecision))]
[JsonSerializable(typeof(TaskResultSubmitted))]
[JsonSerializable(typeof(TaskReworked))]
[JsonSerializable(typeof(TaskOverdue))]
[JsonSerializable(typeof(TaskDueRecomputed))]
[JsonSerializable(typeof(ExtensionAsked))]
[JsonSerializable(typeof(ExtensionGranted))]
[JsonSerializable(typeof(ExtensionDenied))]
[JsonSerializable(typeof(SuspensionAsked))]
[JsonSerializable(typeof(SuspensionDenied))]
[JsonSerializable(typeof(IncidentSuspended))]
[JsonSerializable(typeof(IncidentResumed))]
[JsonSerializable(typeof(IncidentUrged))]
[JsonSerializable(typeof(SupervisionTaken))]
[JsonSerializable(typeof(NoteAdded))]
[JsonSerializable(typeof(ContactShown))]
[JsonSerializable(typeof(IncidentRated))]
[JsonSerializable(typeof(IncidentReopened))]
[JsonSerializable(typeof(IncidentMerged))]
[JsonSerializable(typeof(IncidentUnmerged))]
[JsonSerializable(typeof(ReporterJoined))]
[JsonSerializable(typeof(ReporterLeft))]
public sealed partial class IncidentJson : JsonSerializerContext;
