using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Clusters;

/// <summary>Messages 3130-3139.</summary>
public sealed partial class Drain
{
    [LoggerMessage(EventId = 3130, Level = LogLevel.Information, Message = "Told to stop: not ready any more, stopping in {Delay}")]
    private static partial void LogDraining(ILogger logger, TimeSpan delay);
}
