using System.Collections.Immutable;
using GridActors.Hosting.Imports;

namespace GridActors.Cli.Imports;

/// <summary>Imports files one after the other and prints what became of each.</summary>
internal sealed class ImportRun(IImportTarget target, TextWriter output, CommandProgress progress)
{
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(ImmutableArray<(ImportKind Kind, FileInfo File)> files, CancellationToken ct)
    {
        var refused = 0;
        foreach (var (kind, file) in files.OrderBy(f => f.Kind))
        {
            var report = await progress.RunAsync(file.Name, total: null, steps => target.ImportAsync(kind, file, steps, ct));
            await PrintAsync(output, file.Name, report);
            refused += report.Refused;
        }

        return refused == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    public static async Task PrintAsync(TextWriter output, string file, ImportReport report)
    {
        var warnings = report.Problems.Count(p => p.IsWarning);
        await output.WriteLineAsync($"{file}: {report.Rows} rows, {report.Changed} changed, {report.Refused} refused, {warnings} warnings");
        await PrintProblemsAsync(output, file, report.Problems);
    }

    public static async Task PrintProblemsAsync(TextWriter output, string file, ImmutableArray<ImportProblem> problems)
    {
        foreach (var problem in problems)
        {
            await output.WriteLineAsync($"{file}:{problem.Row} {(problem.IsWarning ? "warning " : "")}{problem.Code} {GridActorsCommand.OneLine(problem.Reason)}");
        }
    }
}
