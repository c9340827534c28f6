using System.Collections.Immutable;

namespace GridActors.Core.Workers;

/// <summary>The duties of one post.</summary>
public static class Roster
{
    /// <summary>
    /// The workers on duty at an instant, best first: full-time, head, duty officer, part-time, then by id, so that the
    /// same instant always names the same worker.
    /// </summary>
    /// <param name="utcOffset">Offset of the county's local time.</param>
    public static ImmutableArray<WorkerId> OnDuty(ImmutableArray<Duty> duties, DateTimeOffset now, TimeSpan utcOffset) =>
    [
        .. duties
            .Where(d => d.IsOnDuty(now, utcOffset))
            .OrderBy(d => RankOf(d.Role)).ThenBy(d => d.WorkerId.ToString(), StringComparer.Ordinal)
            .Select(d => d.WorkerId).Distinct(),
    ];

    /// <summary>The same duties are the same roster, in whatever order they come.</summary>
    public static ImmutableArray<Duty> InOrder(IEnumerable<Duty> duties) =>
    [
        .. duties.Distinct()
            .OrderBy(d => d.Post.PlaceCode, StringComparer.Ordinal)
            .ThenBy(d => d.WorkerId.ToString(), StringComparer.Ordinal)
            .ThenBy(d => d.Role)
            .ThenBy(d => d.Shift.Start)
            .ThenBy(d => d.Shift.End)
            .ThenBy(d => d.From)
            .ThenBy(d => d.Until)
            .ThenBy(d => d.IsCover),
    ];

    /// <summary>Whether the post of a centre is staffed: a centre without a roster is taken as staffed around the clock.</summary>
    public static bool IsStaffed(ImmutableArray<Duty> duties, DateTimeOffset now, TimeSpan utcOffset) =>
        duties.IsEmpty || !OnDuty(duties, now, utcOffset).IsEmpty;

    private static int RankOf(WorkerRole role) => role switch
    {
        WorkerRole.FullTime => 0,
        WorkerRole.Head => 1,
        WorkerRole.Duty => 2,
        _ => 3,
    };
}
