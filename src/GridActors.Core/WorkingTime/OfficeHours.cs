using System.Collections.Immutable;

namespace GridActors.Core.WorkingTime;

/// <summary>The office hours of a working day, from the season's first day on.</summary>
/// <param name="FromMonth">1 to 12.</param>
/// <param name="FromDay">1 to 31.</param>
/// <param name="Windows">In order, not overlapping, at least one.</param>
[GenerateSerializer, Immutable, Alias("office-hours")]
public sealed record OfficeHours(
    [property: Id(0)] int FromMonth,
    [property: Id(1)] int FromDay,
    [property: Id(2)] ImmutableArray<OfficeWindow> Windows)
{
    /// <summary>10:00-14:00 and 16:00-20:00 all year, the hours of a region at UTC+8 that lies two hours west of it.</summary>
    public static OfficeHours Default { get; } = new(1, 1,
    [
        new OfficeWindow(TimeSpan.FromHours(10), TimeSpan.FromHours(14)),
        new OfficeWindow(TimeSpan.FromHours(16), TimeSpan.FromHours(20)),
    ]);

    /// <summary>At least one window, each inside the day, in order, without overlap: otherwise time would be counted twice.</summary>
    public bool AreValid => !Windows.IsDefaultOrEmpty
        && Windows[0].Opens >= TimeSpan.Zero
        && Windows[^1].Closes <= TimeSpan.FromDays(1)
        && Windows.All(w => w.Opens < w.Closes)
        && Windows.Zip(Windows.Skip(1)).All(pair => pair.First.Closes <= pair.Second.Opens);

    /// <summary>Office time of one working day: what one work day is worth.</summary>
    public TimeSpan DayLength => Windows.Aggregate(TimeSpan.Zero, (sum, w) => sum + (w.Closes - w.Opens));

    public bool Equals(OfficeHours? other) =>
        other is not null
        && (FromMonth, FromDay) == (other.FromMonth, other.FromDay)
        && Windows.AsSpan().SequenceEqual(other.Windows.AsSpan());

    public override int GetHashCode() => HashCode.Combine(FromMonth, FromDay, Windows.Length);
}
