using System.Collections.Immutable;
using GridActors.Core.WorkingTime;

namespace GridActors.Contracts.Divisions;

/// <summary>What a <see cref="WorkingCalendar"/> is built from.</summary>
/// <param name="Version">Counts from 1.</param>
/// <param name="Days">In order of their dates.</param>
/// <param name="PublishedAt">The smallest instant where it was stored without one: it holds from the beginning.</param>
[GenerateSerializer, Immutable, Alias("published-calendar")]
public sealed record PublishedCalendar(
    [property: Id(0)] int Version,
    [property: Id(1)] TimeSpan UtcOffset,
    [property: Id(2)] ImmutableArray<OfficeHours> Seasons,
    [property: Id(3)] ImmutableArray<CalendarDay> Days,
    [property: Id(4)] DateTimeOffset PublishedAt = default)
{
    /// <summary>No day published yet: UTC+8 and the default office hours.</summary>
    public static PublishedCalendar Empty { get; } = new(0, TimeSpan.FromHours(8), [OfficeHours.Default], []);

    public WorkingCalendar ToWorkingCalendar() => new(Version, UtcOffset, Seasons, Days);
}
