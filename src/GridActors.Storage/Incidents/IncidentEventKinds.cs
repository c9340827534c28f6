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
