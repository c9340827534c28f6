using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Demo;

/// <summary>Messages 4000-4099.</summary>
internal sealed partial class DemoRegionStartup
{
    [LoggerMessage(EventId = 4000, Level = LogLevel.Information, Message = "Imported the demo region with {Grids} grids")]
    private static partial void LogImported(ILogger logger, int grids);
}
