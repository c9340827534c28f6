using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Clusters;

/// <summary>An api-host that starts before the silos waits for them, and says so.</summary>
internal sealed partial class SiloWait(ILogger<SiloWait> logger) : IClientConnectionRetryFilter
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ILogger _logger = logger;
    private int _attempts;

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        LogWaiting(_logger, ++_attempts, exception.Message);
        await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        return true;
    }
}
