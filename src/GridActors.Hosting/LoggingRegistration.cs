using Microsoft.Extensions.Hosting;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace GridActors.Hosting;

/// <summary>Structured logs: compact JSON, one event a line, in Production; readable on a console otherwise.</summary>
/// <remarks>The levels below are defaults: <c>Serilog:MinimumLevel:Default</c> and <c>Serilog:MinimumLevel:Override:(category)</c> in the configuration win.</remarks>
public static class LoggingRegistration
{
    /// <summary>The framework's message, with a stack trace, about what <see cref="HostProgram"/> says in one line.</summary>
    private const string StartFailed = "Hosting failed to start";

    /// <summary>Two warnings of Orleans' about the collector, which is chosen on purpose (docs/adr/0007).</summary>
    private const string WorkstationCollector = "ServerGC";

    public static IHostApplicationBuilder AddLogging(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSerilog((_, configuration) =>
        {
            configuration
                .MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override("Orleans", LogEventLevel.Warning)
                .MinimumLevel.Override("Npgsql", LogEventLevel.Warning)
                .MinimumLevel.Override("Polly", LogEventLevel.Warning)
                .ReadFrom.Configuration(builder.Configuration)
                .Filter.ByExcluding(e => e.MessageTemplate.Text == StartFailed && e.Exception is { } fault && HostProgram.Explains(fault))
                .Filter.ByExcluding(e => e.Level == LogEventLevel.Warning && e.MessageTemplate.Text.StartsWith("Note: ", StringComparison.Ordinal) && e.MessageTemplate.Text.Contains(WorkstationCollector, StringComparison.Ordinal))
                .Enrich.FromLogContext();
            if (builder.Environment.IsProduction())
            {
                configuration.WriteTo.Console(new CompactJsonFormatter());
            }
            else
            {
                configuration.WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}", formatProvider: System.Globalization.CultureInfo.InvariantCulture);
            }
        });
        return builder;
    }
}
