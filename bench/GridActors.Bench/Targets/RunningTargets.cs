using System.Collections.Immutable;
using GridActors.Bench.Processes;

namespace GridActors.Bench.Targets;

internal static class RunningTargets
{
    /// <summary>Waits for the last of the processes, which serves the address; stops all of them where it does not come up.</summary>
    public static async Task<RunningTarget> ReadyAsync(Uri address, ImmutableArray<ServerProcess> processes, ImmutableArray<ServerProcess> silos, CancellationToken ct, string? authorization = null)
    {
        try
        {
            var started = await processes[^1].WaitReadyAsync(new Uri(address, "/health/ready"), ct);
            return new RunningTarget(address, processes, silos, started, authorization);
        }
        catch
        {
            foreach (var process in processes.Reverse())
            {
                await process.DisposeAsync();
            }

            throw;
        }
    }
}
