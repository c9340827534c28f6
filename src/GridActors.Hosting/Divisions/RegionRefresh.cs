using GridActors.Grains.Divisions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GridActors.Hosting.Divisions;

/// <summary>Keeps this process' copy of the reference data as new as what another process imported.</summary>
internal sealed partial class RegionRefresh(IRegionDirectory region, IOptions<GridActorsOptions> options, ILogger<RegionRefresh> logger) : BackgroundService
{
    private readonly ILogger _logger = logger;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.RegionRefreshInterval, TimeProvider.System);
        try
        {
            do
            {
                await RefreshAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task RefreshAsync(CancellationToken ct)
    {
        try
        {
            await region.RefreshAsync(ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogRefreshFailed(_logger, fault);
        }
    }
}
