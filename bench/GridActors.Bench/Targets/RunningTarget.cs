using System.Collections.Immutable;
using GridActors.Bench.Processes;

namespace GridActors.Bench.Targets;

/// <param name="Processes">In the order in which they were started; stopped in the opposite order.</param>
/// <param name="Silos">Those of the processes that hold deadlines in memory or fire them.</param>
/// <param name="Authorization">What it is shown where it asks who calls; null for one that asks nobody.</param>
/// <param name="StartTime">From the start of the process that was started last until it was ready.</param>
internal sealed record RunningTarget(Uri Address, ImmutableArray<ServerProcess> Processes, ImmutableArray<ServerProcess> Silos, TimeSpan StartTime, string? Authorization) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        foreach (var process in Processes.Reverse())
        {
            await process.DisposeAsync();
        }
    }
}
