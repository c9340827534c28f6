namespace GridActors.Core.Measures;

/// <summary>
/// What is counted (DOMAIN 8). A figure that is the upper part of a rate counts on the day, and for the place, worker and
/// department, of what it is a share of: no rate is ever above one. Stored by name.
/// </summary>
public enum MeasureFigure
{
    /// <summary>On the day of the report, for the worker who reported it, if one did.</summary>
    Reported,

    /// <summary>A report that was accepted or handled on the spot, whenever that was. Counts as <see cref="Reported"/> does.</summary>
    Filed,

    /// <summary>A filed report that waited no longer than its first accept limit. Counts as <see cref="Reported"/> does.</summary>
    Responded,

    /// <summary>
    /// On the day of the handle deadline as it is now, once for the acceptance and once more for each reopening, for whoever handled it or has
    /// it. Not while it is suspended; never where it turned out void or a duplicate, or was handled on the spot before any acceptance.
    /// </summary>
    Due,

    /// <summary>Due, and its result, not sent back since, came by the deadline. Counts as <see cref="Due"/> does.</summary>
    HandledOnTime,

    /// <summary>Due, and closed by the deadline: it is the one for both. Counts as <see cref="Due"/> does.</summary>
    ClosedOnTime,

    /// <summary>A result, on the day it came, for the worker or the lead department that submitted it.</summary>
    Handled,

    /// <summary>A result that failed its check, or that the requester said does not fix it. Counts as its <see cref="Handled"/> does.</summary>
    Reworked,

    /// <summary>Closed as resolved or unfounded, on that day.</summary>
    Closed,

    /// <summary>Closed as resolved and not reopened since. Counts as its <see cref="Closed"/> does.</summary>
    Resolved,

    /// <summary>On the day of the handle deadline that was missed.</summary>
    Overdue,

    /// <summary>On the day a department gave it back, for that department.</summary>
    Returned,

    /// <summary>On the day an extension was granted.</summary>
    Extended,

    /// <summary>On the day it was suspended.</summary>
    Suspended,

    /// <summary>On the day it was reopened, for whoever had handled it.</summary>
    Reopened,

    /// <summary>On the day the requester rated it, for whoever had handled it.</summary>
    Rated,

    /// <summary>Rated 4 or 5. Counts as its <see cref="Rated"/> does.</summary>
    Satisfied,
}
