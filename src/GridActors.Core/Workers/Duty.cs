using GridActors.Core.Incidents;

namespace GridActors.Core.Workers;

/// <summary>One line of a roster: a worker stands at a post, in a role, during a shift.</summary>
[GenerateSerializer, Immutable, Alias("duty")]
public sealed record Duty(
    [property: Id(0)] WorkerId WorkerId,
    [property: Id(1)] Post Post,
    [property: Id(2)] WorkerRole Role,
    [property: Id(3)] Shift Shift)
{
    /// <summary>The first instant on which it holds; null where it always has.</summary>
    [Id(4)]
    public DateTimeOffset? From { get; init; }

    /// <summary>The first instant on which it no longer holds; null for no end.</summary>
    [Id(5)]
    public DateTimeOffset? Until { get; init; }

    /// <summary>Stands in at a grid of somebody else, from-to; never as its head.</summary>
    [Id(6)]
    public bool IsCover { get; init; }

    public bool Holds(DateTimeOffset at) => (From is null || From <= at) && !HasEnded(at);

    public bool HasEnded(DateTimeOffset at) => Until <= at;

    /// <summary>Whether it holds and its shift covers the moment.</summary>
    /// <param name="utcOffset">Offset of the county's local time.</param>
    public bool IsOnDuty(DateTimeOffset at, TimeSpan utcOffset) => Holds(at) && Shift.Covers(TimeOnly.FromDateTime(at.ToOffset(utcOffset).DateTime));

    /// <summary>Whether there is an instant at which both hold, whatever their shifts.</summary>
    public bool Overlaps(Duty other) => !(Until <= (other.From ?? DateTimeOffset.MinValue)) && !(other.Until <= (From ?? DateTimeOffset.MinValue));

    /// <summary>The same duty up to an instant; null where nothing is left of it.</summary>
    public Duty? EndingAt(DateTimeOffset at) => HasEnded(at) ? this : From >= at ? null : this with { Until = at };
}
