using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GridActors.Core.Incidents;

namespace GridActors.Storage.Incidents;

/// <summary>
/// Kinds and bodies of stored events. A kind is the alias of its record and never changes its meaning; every stored kind
/// has a golden file in the tests.
/// </summary>
public static class IncidentEventKinds
{
    private static readonly FrozenDictionary<string, JsonTypeInfo> _bodies = new Dictionary<string, JsonTypeInfo>
    {
        ["incident.reported.v1"] = IncidentFormat.Json.IncidentReported,
        ["incident.handled-on-spot.v1"] = IncidentFormat.Json.IncidentHandledOnSpot,
        ["incident.accepted.v1"] = IncidentFormat.Json.IncidentAccepted,
        ["incident.escalated.v1"] = IncidentFormat.Json.IncidentEscalated,
        ["incident.acceptance-reminded.v1"] = IncidentFormat.Json.AcceptanceReminded,
        ["incident.forwarded.v1"] = IncidentFormat.Json.IncidentForwarded,
        ["incident.sent-down.v1"] = IncidentFormat.Json.IncidentSentDown,
        ["incident.refiled.v1"] = IncidentFormat.Json.IncidentRefiled,
        ["incident.accept-clock-restarted.v1"] = IncidentFormat.Json.AcceptClockRestarted,
        ["incident.worker-assigned.v1"] = IncidentFormat.Json.WorkerAssigned,
        ["incident.handed-over.v1"] = IncidentFormat.Json.IncidentHandedOver,
        ["incident.handling-started.v1"] = IncidentFormat.Json.HandlingStarted,
        ["incident.result-submitted.v1"] = IncidentFormat.Json.ResultSubmitted,
        ["incident.check-passed.v1"] = IncidentFormat.Json.CheckPassed,
        ["incident.check-failed.v1"] = IncidentFormat.Json.CheckFailed,
        ["incident.closed.v1"] = IncidentFormat.Json.IncidentClosed,
        ["incident.voided.v1"] = IncidentFormat.Json.IncidentVoided,
        ["incident.handler-reminded.v1"] = IncidentFormat.Json.HandlerReminded,
        ["incident.overdue.v1"] = IncidentFormat.Json.IncidentOverdue,
        ["incident.supervisor-named.v1"] = IncidentFormat.Json.SupervisorNamed,
        ["incident.overdue-reminded.v1"] = IncidentFormat.Json.OverdueReminded,
        ["incident.accept-due-recomputed.v1"] = IncidentFormat.Json.AcceptDueRecomputed,
        ["incident.handle-due-recomputed.v1"] = IncidentFormat.Json.HandleDueRecomputed,
        ["incident.posts-notified.v1"] = IncidentFormat.Json.PostsNotified,
        ["incident.emergency-taken.v1"] = IncidentFormat.Json.EmergencyTaken,
        ["incident.dispatched.v1"] = IncidentFormat.Json.IncidentDispatched,
        ["incident.task-accepted.v1"] = IncidentFormat.Json.TaskAccepted,
        ["incident.task-returned.v1"] = IncidentFormat.Json.TaskReturned,
        ["incident.raised-for-decision.v1"] = IncidentFormat.Json.IncidentRaisedForDecision,
        ["incident.task-result-submitted.v1"] = IncidentFormat.Json.TaskResultSubmitted,
        ["incident.task-reworked.v1"] = IncidentFormat.Json.TaskReworked,
        ["incident.task-overdue.v1"] = IncidentFormat.Json.TaskOverdue,
        ["incident.task-due-recomputed.v1"] = IncidentFormat.Json.TaskDueRecomputed,
        ["incident.extension-asked.v1"] = IncidentFormat.Json.ExtensionAsked,
        ["incident.extension-granted.v1"] = IncidentFormat.Json.ExtensionGranted,
        ["incident.extension-denied.v1"] = IncidentFormat.Json.ExtensionDenied,
        ["incident.suspension-asked.v1"] = IncidentFormat.Json.SuspensionAsked,
        ["incident.suspension-denied.v1"] = IncidentFormat.Json.SuspensionDenied,
        ["incident.suspended.v1"] = IncidentFormat.Json.IncidentSuspended,
        ["incident.resumed.v1"] = IncidentFormat.Json.IncidentResumed,
        ["incident.urged.v1"] = IncidentFormat.Json.IncidentUrged,
        ["incident.supervision-taken.v1"] = IncidentFormat.Json.SupervisionTaken,
        ["incident.note-added.v1"] = IncidentFormat.Json.NoteAdded,
        ["incident.contact-shown.v1"] = IncidentFormat.Json.ContactShown,
        ["incident.rated.v1"] = IncidentFormat.Json.IncidentRated,
        ["incident.reopened.v1"] = IncidentFormat.Json.IncidentReopened,
        ["incident.merged.v1"] = IncidentFormat.Json.IncidentMerged,
        ["incident.unmerged.v1"] = IncidentFormat.Json.IncidentUnmerged,
        ["incident.reporter-joined.v1"] = IncidentFormat.Json.ReporterJoined,
        ["incident.reporter-left.v1"] = IncidentFormat.Json.ReporterLeft,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Type, string> _kinds = _bodies.ToFrozenDictionary(b => b.Value.Type, b => b.Key);

    /// <summary>All kinds, stored or not.</summary>
    public static IEnumerable<string> All => _bodies.Keys;

    public static string KindOf(IncidentEvent change) => _kinds[change.GetType()];

    public static byte[] Write(IncidentEvent change) => JsonSerializer.SerializeToUtf8Bytes(change, _bodies[KindOf(change)]);

    /// <exception cref="JsonException">The kind is unknown, written by a newer release, or the body does not fit it.</exception>
    public static IncidentEvent Read(string kind, ReadOnlySpan<byte> body) =>
        _bodies.TryGetValue(kind, out var type)
            ? (IncidentEvent?)JsonSerializer.Deserialize(body, type) ?? throw new JsonException($"An event of kind {kind} has no body.")
            : throw new JsonException($"Unknown kind of event: {kind}.");
}
