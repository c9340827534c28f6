using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;

namespace GridActors.Hosting.Telemetry;

/// <summary>Where OTLP goes, by the variables that every OpenTelemetry SDK reads. Without any of them nothing is exported, and nothing is traced.</summary>
internal sealed class OtlpSettings(IConfiguration configuration)
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string TracesEndpoint = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private const string MetricsEndpoint = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";

    public bool HasTraces => IsSet(Endpoint) || IsSet(TracesEndpoint);

    public bool HasMetrics => IsSet(Endpoint) || IsSet(MetricsEndpoint);

    public void ForTraces(OtlpExporterOptions exporter) => Direct(exporter, TracesEndpoint);

    public void ForMetrics(OtlpExporterOptions exporter) => Direct(exporter, MetricsEndpoint);

    /// <summary>The exporter reads the general variable by itself, but not the one of a signal. An address of one signal is complete: no path is added to it.</summary>
    private void Direct(OtlpExporterOptions exporter, string variable)
    {
        if (IsSet(variable))
        {
            exporter.Endpoint = new Uri(configuration[variable]!);
        }
    }

    private bool IsSet(string variable) => !string.IsNullOrWhiteSpace(configuration[variable]);
}
