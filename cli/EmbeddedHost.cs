using GridActors.Hosting;
using GridActors.Hosting.Imports;
using GridActors.Hosting.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace GridActors.Cli;

/// <summary>The product without HTTP, on a data directory, for one command.</summary>
internal static class EmbeddedHost
{
    /// <summary>Starts it. Disposing it gives the directory back.</summary>
    /// <exception cref="Hosting.Storage.DataDirectoryInUseException">A running instance has the directory.</exception>
    public static async Task<IHost> StartAsync(string dataDirectory, CancellationToken ct)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = HostSettings.EnvironmentName });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"{GridActorsOptions.Section}:{nameof(GridActorsOptions.DataDirectory)}"] = dataDirectory,
            [$"{GridActorsOptions.Section}:{nameof(GridActorsOptions.DemoRegion)}"] = "false",
            [$"{WebhookOptions.Section}:{nameof(WebhookOptions.Send)}"] = "false",
        });
        builder.Logging.AddQuietConsole();
        builder.AddGridActors();
        builder.Services.AddReferenceImport();
        var host = builder.Build();
        try
        {
            await host.StartAsync(ct);
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>Errors only, on the error stream: a command's output is its own.</summary>
    public static void AddQuietConsole(this ILoggingBuilder logging)
    {
        logging.SetMinimumLevel(LogLevel.Error);
        logging.AddSimpleConsole(format => format.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
