namespace GridActors.Api.Tests.Telemetry;

/// <summary>A host of its own that exports what it measures and traces, to where nobody listens.</summary>
public sealed class TracedApi() : ApiFixture("--OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:9");
