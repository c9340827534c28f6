using System.Collections.Immutable;

namespace GridActors.Hosting.Imports;

/// <summary>What became of one file.</summary>
/// <param name="Rows">Rows of data in the file, good or bad.</param>
/// <param name="Changed">Facts added, changed or taken away by it; 0 where everything was known already.</param>
/// <param name="Problems">In order of their rows.</param>
public sealed record ImportReport(ImportKind Kind, int Rows, int Changed, ImmutableArray<ImportProblem> Problems)
{
    /// <summary>Rows that were not taken.</summary>
    public int Refused => Problems.Where(p => !p.IsWarning).Select(p => p.Row).Distinct().Count();
}
