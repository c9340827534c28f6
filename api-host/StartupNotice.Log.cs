namespace GridActors.ApiHost;

/// <summary>Messages 4000-4009.</summary>
internal sealed partial class StartupNotice
{
    [LoggerMessage(EventId = 4000, Level = LogLevel.Information, Message = "API: {Address}/v1  docs: {Address}{DocsPath}  OpenAPI: {Address}{OpenApiPath}  dashboard: {Dashboard}")]
    private static partial void LogListening(ILogger logger, string address, string docsPath, string openApiPath, string dashboard);

    [LoggerMessage(EventId = 4001, Level = LogLevel.Information, Message = "Development: tokens signed with the key in {Directory} are taken. One of them: gridactors token --role centre_operator --scope all --data {Directory}")]
    private static partial void LogDevelopmentIssuer(ILogger logger, string directory);
}
