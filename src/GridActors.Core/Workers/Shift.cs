namespace GridActors.Core.Workers;

/// <summary>
/// The daily hours of a worker in local time: from <paramref name="Start"/> (included) to <paramref name="End"/>
/// (excluded). An end before the start runs past midnight. Equal times are no shift.
/// </summary>
[GenerateSerializer, Immutable, Alias("shift")]
public readonly record struct Shift([property: Id(0)] TimeOnly Start, [property: Id(1)] TimeOnly End)
{
    public bool Covers(TimeOnly local) => Start < End
        ? local >= Start && local < End
        : Start > End && (local >= Start || local < End);
}
