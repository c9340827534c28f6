using System.Globalization;
using GridActors.Core.Workers;

namespace GridActors.ApiHost.Workers;

/// <summary>Daily hours in local time.</summary>
/// <param name="Start">HH:mm, included.</param>
/// <param name="End">HH:mm, excluded; before the start it is on the next day.</param>
public sealed record ShiftResource(string Start, string End)
{
    public static ShiftResource Of(Shift shift) => new(Format(shift.Start), Format(shift.End));

    private static string Format(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
