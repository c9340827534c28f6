using Microsoft.Extensions.Logging;

namespace GridActors.Grains.Escalations;

/// <summary>Messages 2200-2249.</summary>
public sealed partial class EscalationAuditor
{
    [LoggerMessage(EventId = 2200, Level = LogLevel.Warning, Message = "{Overdue} deadlines passed more than {Tolerance} ago and are not fired")]
    private static partial void LogOverdue(ILogger logger, int overdue, TimeSpan tolerance);

    [LoggerMessage(EventId = 2201, Level = LogLevel.Information, Message = "No deadline is overdue any more")]
    private static partial void LogNothingOverdue(ILogger logger);

    [LoggerMessage(EventId = 2202, Level = LogLevel.Warning, Message = "The overdue deadlines could not be counted; trying again at the next look")]
    private static partial void LogAuditFailed(ILogger logger, Exception exception);
}
