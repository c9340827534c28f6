using GridActors.Core.Webhooks;
using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Webhooks;

/// <summary>Messages 3150-3169.</summary>
public sealed partial class WebhookDispatcher
{
    [LoggerMessage(EventId = 3150, Level = LogLevel.Warning, Message = "Deliveries could not be read; trying again")]
    private static partial void LogLeaseFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 3151, Level = LogLevel.Warning, Message = "What became of delivery {Delivery} could not be written; it is sent again")]
    private static partial void LogSettleFailed(ILogger logger, Exception exception, DeliveryId delivery);

    [LoggerMessage(EventId = 3152, Level = LogLevel.Warning, Message = "Delivery {Delivery} of subscription {Subscription} is given up after {Attempts} attempts")]
    private static partial void LogDead(ILogger logger, DeliveryId delivery, WebhookId subscription, int attempts);

    [LoggerMessage(EventId = 3153, Level = LogLevel.Warning, Message = "Subscription {Subscription} is paused: its receiver answered with 410")]
    private static partial void LogGone(ILogger logger, WebhookId subscription);
}
