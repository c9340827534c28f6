namespace GridActors.Core.Workers;

/// <summary>What a worker is to a post (Art. 10); <see cref="Duty"/> is an officer on the roster of a centre.</summary>
public enum WorkerRole
{
    Head,
    FullTime,
    PartTime,
    Duty,
}
