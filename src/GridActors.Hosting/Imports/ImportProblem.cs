namespace GridActors.Hosting.Imports;

/// <summary>What is wrong with one row of a file.</summary>
/// <param name="Row">Line of the file where the row begins; the header is 1.</param>
/// <param name="Code">Stable, in snake case.</param>
/// <param name="IsWarning">The row was taken all the same.</param>
public sealed record ImportProblem(int Row, string Code, string Reason, bool IsWarning);
