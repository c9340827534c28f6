using GridActors.Core.Incidents;

namespace GridActors.Storage.Escalations;

/// <summary>A stretch of time whose deadlines are read page by page.</summary>
/// <param name="From">Included.</param>
/// <param name="Before">Excluded: an act exactly at a deadline is in time.</param>
/// <param name="After">Of the deadlines exactly at <paramref name="From"/> only those behind this incident; by default all of them.</param>
public readonly record struct DeadlineWindow(DateTimeOffset From, DateTimeOffset Before, IncidentId After = default)
{
    /// <summary>Everything before an instant.</summary>
    public static DeadlineWindow Until(DateTimeOffset before) => new(DateTimeOffset.MinValue, before);

    /// <summary>What comes behind a deadline that was read. Thousands may fall due at one instant, so time alone does not turn the page.</summary>
    public DeadlineWindow Behind(DueDeadline last) => this with { From = last.DueAt, After = last.Id };
}
