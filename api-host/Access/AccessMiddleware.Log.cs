using GridActors.Core.Access;
using GridActors.Hosting.Access;

namespace GridActors.ApiHost.Access;

/// <summary>Messages 4100-4109. Never a token or a key.</summary>
internal sealed partial class AccessMiddleware
{
    [LoggerMessage(EventId = 4100, Level = LogLevel.Information, Message = "{Method} {Path} refused: {Refusal}. {Detail}")]
    private static partial void LogCredentialRefused(ILogger logger, string method, PathString path, CredentialRefusal refusal, string detail);

    [LoggerMessage(EventId = 4101, Level = LogLevel.Information, Message = "{Subject} lacks {Permission} for {Method} {Path}")]
    private static partial void LogForbidden(ILogger logger, string subject, Permission permission, string method, PathString path);

    [LoggerMessage(EventId = 4102, Level = LogLevel.Error, Message = "{Endpoint} says of nobody that they may call it, so nobody may")]
    private static partial void LogClosed(ILogger logger, string? endpoint);
}
