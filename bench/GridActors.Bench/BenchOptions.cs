using System.Collections.Immutable;

namespace GridActors.Bench;

/// <param name="Rounds">Alternating rounds; the table has the median of them. At least 3 for a table that is shown to anybody.</param>
/// <param name="Seconds">Of each measurement, after the warm-up.</param>
/// <param name="WarmUpSeconds">Load that is thrown away, in every round.</param>
/// <param name="Scale">Shrinks the stores of the lifecycle and deadlines parts; 1 is a million.</param>
/// <param name="Targets">Names of the targets to run; empty for all.</param>
/// <param name="WorkDirectory">Private files of this run: database, logs, journals of the load. Deleted afterwards.</param>
internal sealed record BenchOptions(
    ImmutableArray<BenchPart> Parts,
    int Rounds,
    int Seconds,
    int WarmUpSeconds,
    double Scale,
    ImmutableArray<string> Targets,
    string Root,
    string WorkDirectory)
{
    public bool Wants(string target) => Targets.IsEmpty || Targets.Contains(target);

    /// <summary>A number of incidents at this scale, at least 100.</summary>
    public int Scaled(int full) => Math.Max(100, (int)(full * Scale));
}
