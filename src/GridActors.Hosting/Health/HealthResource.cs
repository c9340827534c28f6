namespace GridActors.Hosting.Health;

/// <param name="Status">healthy, degraded or unhealthy; the worst of all checks.</param>
/// <param name="Checks">Each check's own.</param>
public sealed record HealthResource(string Status, IReadOnlyDictionary<string, string> Checks);
