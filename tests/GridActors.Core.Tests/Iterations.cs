using System.Globalization;

namespace GridActors.Core.Tests;

/// <summary>How often a property is tried. Mutation runs, which try all of them once for each change of the code, set a lower limit in the environment.</summary>
internal static class Iterations
{
    private static readonly int _limit =
        int.TryParse(Environment.GetEnvironmentVariable("GRIDACTORS_MAX_ITERATIONS"), CultureInfo.InvariantCulture, out var limit) ? limit : int.MaxValue;

    public static int AtMost(int iterations) => Math.Min(iterations, _limit);
}
