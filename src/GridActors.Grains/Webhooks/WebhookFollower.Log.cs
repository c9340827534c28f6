using Microsoft.Extensions.Logging;

namespace GridActors.Grains.Webhooks;

/// <summary>Messages 2400-2449.</summary>
public sealed partial class WebhookFollower
{
    [LoggerMessage(EventId = 2400, Level = LogLevel.Warning, Message = "The journal could not be turned into deliveries; trying again")]
    private static partial void LogRoundFailed(ILogger logger, Exception exception);
}
