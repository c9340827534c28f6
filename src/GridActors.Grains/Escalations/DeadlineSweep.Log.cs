using GridActors.Core.Incidents;
using Microsoft.Extensions.Logging;

namespace GridActors.Grains.Escalations;

/// <summary>Messages 2100-2149.</summary>
public sealed partial class DeadlineSweep
{
    [LoggerMessage(EventId = 2100, Level = LogLevel.Error, Message = "Incident {IncidentId} could not be told of its deadline at {DueAt}, {Failures} times in a row")]
    private static partial void LogFireFailed(ILogger logger, Exception exception, IncidentId incidentId, DateTimeOffset dueAt, int failures);
}
