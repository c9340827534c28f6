using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GridActors.Hosting.Clusters;

/// <summary>
/// The first step of a stop: the process says that it is not ready, and goes on working until whoever balances the load has
/// noticed. Then requests and appends that are under way are finished, and the silo hands its actors over.
/// </summary>
public sealed partial class Drain(IOptions<GridActorsOptions> options, ILogger<Drain> logger) : HostStep
{
    private readonly ILogger _logger = logger;
    private volatile bool _isStopping;

    public bool IsStopping => _isStopping;

    public override async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isStopping = true;
        if (options.Value.DrainDelay is var delay && delay > TimeSpan.Zero)
        {
            LogDraining(_logger, delay);
            await Task.Delay(delay, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
