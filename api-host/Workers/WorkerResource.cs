using System.Collections.Immutable;
using GridActors.ApiHost.Incidents;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;

namespace GridActors.ApiHost.Workers;

/// <summary>A worker by badge number. There is no name and no contact.</summary>
/// <param name="Duties">Where, in which role and when; also those that are over and those to come.</param>
/// <param name="OnDuty">Whether a duty holds and its shift covers this moment.</param>
/// <param name="Eligibility">Who vouches that they may be a worker; null where nobody does, as for most who came by import.</param>
/// <param name="NotCommitteeLeader">Who vouches that they do not lead the village committee.</param>
/// <param name="Badge">The latest; null where none was issued.</param>
public sealed record WorkerResource(
    WorkerId Id,
    ImmutableArray<DutyResource> Duties,
    bool OnDuty,
    VerificationResource? Eligibility,
    VerificationResource? NotCommitteeLeader,
    BadgeResource? Badge)
{
    public static WorkerResource Of(Worker worker, DateTimeOffset now, RegionSnapshot region) => new(
        worker.Id,
        [.. worker.Duties.Select(d => DutyResource.Of(d, now))],
        worker.Duties.Any(d => d.IsOnDuty(now, OffsetAt(d.Post, region))),
        VerificationResource.Of(worker.Eligibility),
        VerificationResource.Of(worker.NotCommitteeLeader),
        worker.Badge is { } badge ? new BadgeResource(badge.Id, BadgeDecider.StatusOf(worker, badge.Id, now), badge.IssuedAt, badge.ExpiresAt, badge.RevokedAt) : null);

    private static TimeSpan OffsetAt(Post post, RegionSnapshot region) => region.CalendarOf(DivisionCode.Parse(post.PlaceCode[..12])).UtcOffset;
}

/// <param name="Place">The post that the worker stands at.</param>
/// <param name="From">Null where it always held.</param>
/// <param name="Until">Null for no end.</param>
/// <param name="Cover">Stands in there for a time.</param>
/// <param name="Holds">Whether it holds now, whatever its shift.</param>
public sealed record DutyResource(
    PostResource Place,
    WorkerRole Role,
    ShiftResource Shift,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    bool Cover,
    bool Holds)
{
    public static DutyResource Of(Duty duty, DateTimeOffset now) =>
        new(PostResource.Of(duty.Post), duty.Role, ShiftResource.Of(duty.Shift), duty.From, duty.Until, duty.IsCover, duty.Holds(now));
}

/// <param name="By">The centre that vouches for it.</param>
public sealed record VerificationResource(PostResource By, DateTimeOffset At)
{
    public static VerificationResource? Of(Verification? verification) =>
        verification is null ? null : new VerificationResource(PostResource.Of(verification.By), verification.At);
}

/// <param name="Id">Goes on the badge; <c>GET /v1/public/badges/{id}</c> answers to it.</param>
/// <param name="ExpiresAt">The first instant on which it is no longer valid.</param>
/// <param name="RevokedAt">Null where it was not revoked.</param>
public sealed record BadgeResource(BadgeId Id, BadgeStatus Status, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt);
