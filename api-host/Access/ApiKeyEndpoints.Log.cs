using GridActors.Core.Access;

namespace GridActors.ApiHost.Access;

/// <summary>Messages 4110-4119. Never a secret.</summary>
internal static partial class ApiKeyEndpoints
{
    [LoggerMessage(EventId = 4110, Level = LogLevel.Information, Message = "{Subject} made the key {Key} for {Grants} until {ExpiresAt}")]
    private static partial void LogCreated(ILogger logger, string subject, ApiKeyId key, string grants, DateTimeOffset expiresAt);

    [LoggerMessage(EventId = 4111, Level = LogLevel.Information, Message = "{Subject} revoked the key {Key}")]
    private static partial void LogRevoked(ILogger logger, string subject, ApiKeyId key);
}
