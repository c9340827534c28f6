namespace GridActors.Core.WorkingTime;

/// <summary>What a limit is counted in. The first three always run; the last two run on the county's working calendar.</summary>
public enum LimitUnit
{
    Minute,
    UrgentHour,
    NaturalDay,
    WorkHour,
    WorkDay,
}
