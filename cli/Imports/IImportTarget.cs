using GridActors.Hosting.Imports;

namespace GridActors.Cli.Imports;

/// <summary>Where files go: a running instance, or a data directory that nobody runs on.</summary>
internal interface IImportTarget : IAsyncDisposable
{
    Task<ImportReport> ImportAsync(ImportKind kind, FileInfo file, IProgress<int> progress, CancellationToken ct);
}
