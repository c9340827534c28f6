using GridActors.Core.Divisions;
using Microsoft.Extensions.Logging;

namespace GridActors.Grains.Grids;

/// <summary>Messages 2300-2349.</summary>
public sealed partial class GridChangeClock
{
    [LoggerMessage(EventId = 2300, Level = LogLevel.Warning, Message = "Changes of grids could not be looked for; trying again at the next look")]
    private static partial void LogLookFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 2301, Level = LogLevel.Warning, Message = "Changes of the grids of village {Village} could not be carried out; trying again at the next look")]
    private static partial void LogRunFailed(ILogger logger, Exception exception, DivisionCode village);
}
