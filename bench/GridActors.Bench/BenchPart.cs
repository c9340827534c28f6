namespace GridActors.Bench;

/// <summary>What can be measured by itself.</summary>
internal enum BenchPart
{
    Reports,
    Lifecycle,
    Deadlines,
    Recovery,
    Plans,
}
