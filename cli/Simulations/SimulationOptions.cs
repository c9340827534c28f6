namespace GridActors.Cli.Simulations;

/// <param name="AcceptAfter">How long after its report a holder accepts an incident that was not closed before.</param>
/// <param name="Until">The last instant that is lived through.</param>
/// <param name="Calendar">Holidays to go through the reports with a second time; null for none.</param>
internal sealed record SimulationOptions(DirectoryInfo Data, FileInfo Reports, TimeSpan AcceptAfter, DateTimeOffset Until, FileInfo Summary, FileInfo Incidents, FileInfo? Calendar);
