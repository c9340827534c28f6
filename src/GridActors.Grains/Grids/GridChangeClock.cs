using GridActors.Core.Divisions;
using GridActors.Grains.Access;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridActors.Grains.Grids;

/// <summary>
/// Looks, in every silo, for changes of grids whose day has come. What was missed while everything was down comes to hold at the
/// next look: late rather than never. Two silos that look at once do no harm.
/// </summary>
public sealed partial class GridChangeClock(IGrainFactory grains, GridChangeRunner runner, ILogger<GridChangeClock> logger) : BackgroundService
{
    /// <summary>On the machine's clock. One call, to the region's index, where nothing is filed.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly ILogger _logger = logger;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    /// <summary>A village that fails holds up no other.</summary>
    private async Task LookAsync(CancellationToken ct)
    {
        using var scope = CallAuthority.UseSystem();
        try
        {
            foreach (var village in await grains.GetRegion().ListVillagesInChangeAsync(ct))
            {
                await RunAsync(village, ct);
            }
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            LogLookFailed(_logger, fault);
        }
    }

    private async Task RunAsync(DivisionCode village, CancellationToken ct)
    {
        try
        {
            await runner.RunAsync(village, ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            LogRunFailed(_logger, fault, village);
        }
    }
}
