using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Peers.IdiomaticOrleans;

internal interface IIncidentGrain : IGrainWithGuidKey
{
    Task<IncidentState> ReportAsync(ReportBody report);
    /// <returns>Null where the step does not follow the last one.</returns>
    Task<IncidentState?> StepAsync(string step, string? result);
}

internal sealed class IncidentGrain(
    [PersistentState("incident")] IPersistentState<IncidentState> incident,
    ConcurrentQueue<FiredDeadline> fired,
    TimeProvider clock) : Grain, IIncidentGrain, IRemindable
{
    private const string Deadline = "deadline";

    public async Task<IncidentState> ReportAsync(ReportBody report)
    {
        if (!incident.RecordExists)
        {
            incident.State = IncidentState.Reported(this.GetPrimaryKey(), report, clock.GetUtcNow());
            await incident.WriteStateAsync();
            await SetDeadlineAsync(incident.State.AcceptDueAt);
        }

        return incident.State;
    }

    public async Task<IncidentState?> StepAsync(string step, string? result)
    {
        var (state, now) = (incident.State, clock.GetUtcNow());
        var next = (state.Phase, step) switch
        {
            ("reported", "accept") => state with { Phase = "accepted", HandleDueAt = now.AddHours(4) },
            ("accepted", "result") => state with { Phase = "handled", Result = result },
            ("handled", "close") => state with { Phase = "closed", Outcome = "resolved", ClosedAt = now },
            _ => null,
        };
        if (next is null)
        {
            return null;
        }

        incident.State = next with { Version = state.Version + 1 };
        await incident.WriteStateAsync();
        if (step == "accept")
        {
            await SetDeadlineAsync(next.HandleDueAt!.Value);
        }
        else if (step == "close" && await this.GetReminder(Deadline) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }

        return incident.State;
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (incident.State is { Phase: "reported" } waiting)
        {
            var now = clock.GetUtcNow();
            var up = new PostState("county", string.Concat(waiting.GridCode.AsSpan(0, 6), "000000"));
            incident.State = waiting with { Version = waiting.Version + 1, Holder = up, AcceptDueAt = now.AddMinutes(15), Why = [.. waiting.Why, new WhyState(now, "accept_missed", 1, up)] };
            await incident.WriteStateAsync();
            fired.Enqueue(new FiredDeadline(waiting.AcceptDueAt, now));
        }
    }

    /// <summary>The period is the reminder's own: a deadline that nobody acts on comes round again.</summary>
    private Task<IGrainReminder> SetDeadlineAsync(DateTimeOffset due) =>
        this.RegisterOrUpdateReminder(Deadline, TimeSpan.FromTicks(Math.Max(0, (due - clock.GetUtcNow()).Ticks)), TimeSpan.FromMinutes(15));
}

internal sealed record StepBody(string? Result = null);
[GenerateSerializer, Immutable]
internal sealed record ReportBody(string ItemCode, string GridCode, string Description, DateTimeOffset? DueAt = null);
internal sealed record FiredDeadline(DateTimeOffset DueAt, DateTimeOffset At);
[GenerateSerializer, Immutable]
internal sealed record PostState(string Tier, string Code);
[GenerateSerializer, Immutable]
internal sealed record LimitState(int Value, string Unit);
[GenerateSerializer, Immutable]
internal sealed record WhyState(DateTimeOffset At, string Rule, int CatalogueVersion, PostState Holder);
[GenerateSerializer, Immutable]
internal sealed record IncidentState(
    Guid Id, string TrackingCode, string Phase, string? Outcome, string ItemCode, int CatalogueVersion, string Severity, string GridCode,
    string Description, string Channel, string Digest, string County, LimitState AcceptLimit, LimitState HandleLimit,
    DateTimeOffset ReportedAt, DateTimeOffset HeldSince, DateTimeOffset ChangedAt, PostState Holder, DateTimeOffset AcceptDueAt, DateTimeOffset? HandleDueAt, string? Result, DateTimeOffset? ClosedAt, int Version, WhyState[] Why)
{
    public static IncidentState Reported(Guid id, ReportBody report, DateTimeOffset now)
    {
        var holder = new PostState("township", string.Concat(report.GridCode.AsSpan(0, 9), "000"));
        return new IncidentState(
            id, RandomNumberGenerator.GetString("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 12), "reported", null, report.ItemCode, 1, "S3", report.GridCode,
            report.Description, "api", RandomNumberGenerator.GetHexString(64, lowercase: true), string.Concat(report.GridCode.AsSpan(0, 6), "000000"),
            new LimitState(2, "work_hour"), new LimitState(4, "work_hour"), now, now, now, holder, report.DueAt ?? now.AddMinutes(15), null, null, null, 1, [new WhyState(now, "start_tier", 1, holder)]);
    }
}
