namespace GridActors.ApiHost.Problems;

/// <summary>Messages 4010-4019.</summary>
internal sealed partial class ProblemExceptionHandler
{
    [LoggerMessage(EventId = 4010, Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private static partial void LogFault(ILogger logger, Exception exception, string method, PathString path);

    [LoggerMessage(EventId = 4011, Level = LogLevel.Warning, Message = "{Method} {Path}: the store or an actor did not answer")]
    private static partial void LogUnavailable(ILogger logger, Exception exception, string method, PathString path);
}
