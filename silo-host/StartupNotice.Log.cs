namespace GridActors.SiloHost;

/// <summary>Messages 5000-5009.</summary>
internal sealed partial class StartupNotice
{
    [LoggerMessage(EventId = 5000, Level = LogLevel.Information, Message = "Health: {Address}{HealthRoot}/ready")]
    private static partial void LogListening(ILogger logger, string address, string healthRoot);
}
