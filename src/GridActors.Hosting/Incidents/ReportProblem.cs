namespace GridActors.Hosting.Incidents;

/// <summary>Why a report cannot be taken.</summary>
/// <param name="Field">The field it is about, as the client names it.</param>
/// <param name="Code">Stable, in snake case.</param>
/// <param name="IsMalformed">The request itself is wrong (400); otherwise it is well formed and names something that is not there (422).</param>
public sealed record ReportProblem(string Field, string Code, string Message, bool IsMalformed);
