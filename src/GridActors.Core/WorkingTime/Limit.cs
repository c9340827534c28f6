namespace GridActors.Core.WorkingTime;

/// <summary>How long a step may take.</summary>
/// <param name="Value">1 to <see cref="MaxValue"/> units.</param>
[GenerateSerializer, Immutable, Alias("limit")]
public readonly record struct Limit([property: Id(0)] int Value, [property: Id(1)] LimitUnit Unit)
{
    /// <summary>Far above any limit in practice, and low enough that a deadline stays inside the calendar's horizon.</summary>
    public const int MaxValue = 10_000;

    public bool RunsOnCalendar => Unit is LimitUnit.WorkHour or LimitUnit.WorkDay;

    /// <summary>The running time it stands for.</summary>
    /// <param name="workDay">Office time of one work day; only <see cref="LimitUnit.WorkDay"/> asks for it.</param>
    public TimeSpan RunningTime(TimeSpan workDay) => Unit switch
    {
        LimitUnit.Minute => TimeSpan.FromMinutes(Value),
        LimitUnit.UrgentHour or LimitUnit.WorkHour => TimeSpan.FromHours(Value),
        LimitUnit.NaturalDay => TimeSpan.FromDays(Value),
        _ => TimeSpan.FromTicks(workDay.Ticks * Value),
    };
}
