using System.Collections.Immutable;
using GridActors.ApiHost.Incidents;
using GridActors.Core.Workers;

namespace GridActors.ApiHost.Public;

/// <summary>What everybody may know of a badge. Nothing about the person, not even the badge number.</summary>
/// <param name="Valid">Whether who carries it is at work here today.</param>
/// <param name="Status">Why it is not valid.</param>
/// <param name="ExpiresAt">Null where a newer badge has taken its place.</param>
/// <param name="Duties">Where and as what; empty where it is not valid.</param>
public sealed record PublicBadgeResource(BadgeId Id, bool Valid, BadgeStatus Status, DateTimeOffset? ExpiresAt, ImmutableArray<PublicDutyResource> Duties)
{
    public static PublicBadgeResource Of(Worker worker, BadgeId id, DateTimeOffset now)
    {
        var status = BadgeDecider.StatusOf(worker, id, now);
        return new PublicBadgeResource(
            id,
            status == BadgeStatus.Valid,
            status,
            worker.Badge is { } badge && badge.Id == id ? badge.ExpiresAt : null,
            status == BadgeStatus.Valid ? [.. worker.Duties.Where(d => d.Holds(now)).Select(PublicDutyResource.Of).Distinct()] : []);
    }
}

/// <param name="Place">The grid, or the division of a centre.</param>
/// <param name="Cover">Stands in there for a time.</param>
public sealed record PublicDutyResource(PostResource Place, WorkerRole Role, bool Cover)
{
    public static PublicDutyResource Of(Duty duty) => new(PostResource.Of(duty.Post), duty.Role, duty.IsCover);
}
