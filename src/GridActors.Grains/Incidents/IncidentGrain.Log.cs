using GridActors.Core.Incidents;
using Microsoft.Extensions.Logging;

namespace GridActors.Grains.Incidents;

/// <summary>Messages 2000-2099.</summary>
internal sealed partial class IncidentGrain
{
    [LoggerMessage(EventId = 2000, Level = LogLevel.Debug, Message = "Incident {IncidentId} is past version {Version} in the journal; reading it again")]
    private static partial void LogConflict(ILogger logger, IncidentId incidentId, int version);

    [LoggerMessage(EventId = 2001, Level = LogLevel.Warning, Message = "Whether incident {IncidentId} was appended after version {Version} is not known; reading it again")]
    private static partial void LogOutcomeUnknown(ILogger logger, Exception exception, IncidentId incidentId, int version);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Error, Message = "Incident {IncidentId} cannot be read")]
    private static partial void LogUnreadable(ILogger logger, Exception exception, IncidentId incidentId);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Information, Message = "Incident {IncidentId} was not accepted at {From} and climbed to {To}")]
    private static partial void LogClimbed(ILogger logger, IncidentId incidentId, Post from, Post to);
}
