using System.Collections.Immutable;
using GridActors.Hosting.Imports;

namespace GridActors.ApiHost.Imports;

/// <summary>What became of one file.</summary>
/// <param name="Rows">Rows of data in the file, good or bad.</param>
/// <param name="Changed">Facts added, changed or taken away; 0 where everything was known already.</param>
/// <param name="Refused">Rows that were not taken.</param>
/// <param name="Problems">In order of their rows.</param>
public sealed record ImportResource(ImportKind Kind, int Rows, int Changed, int Refused, ImmutableArray<ImportProblemResource> Problems)
{
    public static ImportResource Of(ImportReport report) => new(
        report.Kind,
        report.Rows,
        report.Changed,
        report.Refused,
        [.. report.Problems.Select(p => new ImportProblemResource(p.Row, p.Code, p.Reason, p.IsWarning))]);
}

/// <param name="Row">Line of the file; the header is 1.</param>
/// <param name="Code">Stable, in snake case.</param>
/// <param name="Reason">For people.</param>
/// <param name="IsWarning">The row was taken all the same.</param>
public sealed record ImportProblemResource(int Row, string Code, string Reason, bool IsWarning);
