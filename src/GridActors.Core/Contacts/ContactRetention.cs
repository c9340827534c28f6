using GridActors.Core.Incidents;

namespace GridActors.Core.Contacts;

/// <summary>How long a contact is kept.</summary>
/// <param name="AfterClose">After the close of its incident. Default 180 days.</param>
public sealed record ContactRetention(TimeSpan AfterClose)
{
    /// <summary>How long a contact waits for the report that it came with, and how often an open incident is looked at.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    public static ContactRetention Default { get; } = new(TimeSpan.FromDays(180));

    /// <summary>Until when the contact of an incident is kept at least. An open one, or one that was reopened, is asked again after a day.</summary>
    public DateTimeOffset Until(Incident incident, DateTimeOffset now) => incident.ClosedAt is { } closed ? closed + AfterClose : now + Interval;
}
