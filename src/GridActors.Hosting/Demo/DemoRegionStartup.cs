using GridActors.Core.Divisions;
using GridActors.Grains.Access;
using GridActors.Grains.Divisions;
using GridActors.Hosting.Imports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GridActors.Hosting.Demo;

/// <summary>Imports the demo region at the first start: once the silo runs, and before anything is served.</summary>
internal sealed partial class DemoRegionStartup(
    ReferenceImport import, IRegionDirectory directory, IOptions<GridActorsOptions> options, ILogger<DemoRegionStartup> logger) : IHostedService
{
    private readonly ILogger _logger = logger;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.DemoRegion is not true || !IsWanted(await directory.RefreshAsync(cancellationToken)))
        {
            return;
        }

        using var scope = CallAuthority.UseSystem();
        await DemoRegion.ImportAsync(import, cancellationToken);
        var region = await directory.RefreshAsync(cancellationToken);
        LogImported(_logger, region.Grids.Count);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Where nothing is there yet, and where a first start was interrupted on the way.</summary>
    private static bool IsWanted(RegionSnapshot region) =>
        !region.Prefectures.Any()
        || (region.Find(DemoRegion.County) is not null
            && (region.Grids.Count == 0 || region.CatalogueOf(DemoRegion.County) is null || region.RosterOf(DemoRegion.LastVillage).IsEmpty));
}
