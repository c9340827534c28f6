namespace GridActors.Core.Workers;

/// <summary>The rules of badges (Art. 14). Pure.</summary>
public static class BadgeDecider
{
    /// <summary>Five years. Ours.</summary>
    public static readonly TimeSpan LongestValidity = TimeSpan.FromDays(1827);

    /// <summary>Of a badge that was issued to this worker.</summary>
    public static BadgeStatus StatusOf(Worker worker, BadgeId id, DateTimeOffset now) =>
        worker.Badge is not { } badge || badge.Id != id ? BadgeStatus.Replaced
        : badge.RevokedAt is not null ? BadgeStatus.Revoked
        : badge.ExpiresAt <= now ? BadgeStatus.Expired
        : !worker.Duties.Any(d => d.Holds(now)) ? BadgeStatus.NoDuty
        : BadgeStatus.Valid;

    /// <summary>Asked for again with the same expiry, it is the badge that there is.</summary>
    internal static WorkerDecision Issue(Worker worker, IssueBadge command, DateTimeOffset now) =>
        !worker.Duties.Any(d => d.Holds(now)) ? WorkerDecision.Refuse(WorkerRefusal.NoDuty)
        : command.ExpiresAt <= now || command.ExpiresAt - now > LongestValidity ? WorkerDecision.Refuse(WorkerRefusal.PeriodOutOfRange)
        : worker.Badge is { RevokedAt: null } known && known.ExpiresAt == command.ExpiresAt ? WorkerDecision.Nothing
        : WorkerDecision.Accept(worker with { Badge = new Badge(command.Id, now, command.ExpiresAt) });

    internal static WorkerDecision Revoke(Worker worker, RevokeBadge command, DateTimeOffset now) =>
        worker.Badge is not { } badge ? WorkerDecision.Refuse(WorkerRefusal.NoBadge)
        : badge.RevokedAt is not null ? WorkerDecision.Nothing
        : string.IsNullOrWhiteSpace(command.Reason) ? WorkerDecision.Refuse(WorkerRefusal.ReasonRequired)
        : WorkerDecision.Accept(worker with { Badge = badge with { RevokedAt = now, RevokedBecause = command.Reason } });
}
