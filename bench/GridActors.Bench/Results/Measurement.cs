namespace GridActors.Bench.Results;

/// <param name="Target">Name of a target.</param>
/// <param name="Metric">With its unit.</param>
/// <param name="Round">1 for the first.</param>
internal sealed record Measurement(BenchPart Part, string Target, string Metric, int Round, double Value);
