using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using GridActors.Grains.Escalations;
using GridActors.Grains.Measures;
using GridActors.Grains.Record;
using GridActors.Grains.Webhooks;
using GridActors.Hosting.Health;
using GridActors.Hosting.Refusals;
using GridActors.Storage.Incidents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace GridActors.Hosting.Telemetry;

/// <summary>Metrics and traces by OpenTelemetry; docs/observability.md lists them.</summary>
public static class TelemetryRegistration
{
    /// <summary>Where Prometheus reads the metrics.</summary>
    public const string MetricsPath = "/metrics";

    private const string OrleansMeter = "Microsoft.Orleans";

    private static readonly FrozenSet<string> _orleansInstruments = new[]
    {
        "orleans-app-requests-canceled",
        "orleans-app-requests-timedout",
        "orleans-catalog-activation-failed-to-activate",
        "orleans-catalog-activations",
        "orleans-client-connected-gateways",
        "orleans-consistent-ring-range-percentage-local",
        "orleans-consistent-ring-size",
        "orleans-gateway-connected-clients",
        "orleans-messaging-expired",
        "orleans-messaging-rejected",
        "orleans-messaging-sent-dropped",
        "orleans-messaging-sent-failed",
        "orleans-scheduler-long-running-turns",
        "orleans-storage-read-errors",
        "orleans-storage-read-latency",
        "orleans-storage-write-errors",
        "orleans-storage-write-latency",
        "orleans-watchdog-health-checks-failed",
    }.ToFrozenSet();

    private static readonly string[] _meters =
    [
        EscalationMetrics.MeterName,
        MeasureMetrics.MeterName,
        WebhookMetrics.MeterName,
        RecordMetrics.MeterName,
        JournalMetrics.MeterName,
        RefusalMetrics.MeterName,
        OrleansMeter,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Runtime",
        "Npgsql",
    ];

    /// <summary>Metrics always. Traces and OTLP only where an OTLP endpoint is configured, so that nobody pays for spans that go nowhere.</summary>
    /// <exception cref="UriFormatException">An OTLP endpoint is no address.</exception>
    public static IHostApplicationBuilder AddTelemetry(this IHostApplicationBuilder builder)
    {
        var otlp = new OtlpSettings(builder.Configuration);
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Environment.ApplicationName).AddEnvironmentVariableDetector())
            .WithMetrics(metrics => metrics.AddMeter(_meters).AddView(ViewOf).AddPrometheusExporter(scrape => scrape.ScrapeResponseCacheDurationMilliseconds = 0));
        if (otlp.HasMetrics)
        {
            telemetry.WithMetrics(metrics => metrics.AddOtlpExporter(otlp.ForMetrics));
        }

        if (otlp.HasTraces)
        {
            telemetry.WithTracing(traces => traces
                .AddSource(JournalTraces.SourceName, "Microsoft.Orleans.Application", "Npgsql")
                .AddAspNetCoreInstrumentation(http => http.Filter = IsWorthTracing)
                .AddOtlpExporter(otlp.ForTraces));
        }

        return builder;
    }

    /// <summary>The metrics of this process in Prometheus' text format.</summary>
    public static IEndpointConventionBuilder MapMetrics(this IEndpointRouteBuilder app) => app.MapPrometheusScrapingEndpoint(MetricsPath).DisableHttpMetrics();

    /// <summary>Traces go on from the caller to the actor, where there are traces: it is a filter around each call.</summary>
    public static ISiloBuilder AddTracePropagation(this ISiloBuilder silo) => IsTraced(silo.Configuration) ? silo.AddActivityPropagation() : silo;

    /// <inheritdoc cref="AddTracePropagation(ISiloBuilder)"/>
    public static IClientBuilder AddTracePropagation(this IClientBuilder client) => IsTraced(client.Configuration) ? client.AddActivityPropagation() : client;

    /// <summary>Orleans counts several instruments for each message; kept are those that tell an operator something.</summary>
    private static MetricStreamConfiguration? ViewOf(Instrument instrument) =>
        instrument.Meter.Name == OrleansMeter && !_orleansInstruments.Contains(instrument.Name) ? MetricStreamConfiguration.Drop : null;

    private static bool IsTraced(IConfiguration configuration) => new OtlpSettings(configuration).HasTraces;

    /// <summary>Probes and scrapes come every few seconds and say nothing.</summary>
    private static bool IsWorthTracing(HttpContext http) =>
        !http.Request.Path.StartsWithSegments(HealthEndpoints.Root) && !http.Request.Path.StartsWithSegments(MetricsPath);
}
