using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Webhooks;

/// <summary>Messages 3170-3179.</summary>
public sealed partial class WebhookKeeper
{
    [LoggerMessage(EventId = 3170, Level = LogLevel.Warning, Message = "Deliveries could not be counted or tidied; trying again")]
    private static partial void LogLookFailed(ILogger logger, Exception exception);
}
