using GridActors.Grains.Access;
using GridActors.Hosting.Imports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GridActors.Cli.Imports;

/// <summary>Imports into a data directory, with the product running inside this command. Whoever may write the directory may do anything to what is in it.</summary>
internal sealed class DirectoryImportTarget(IHost host) : IImportTarget
{
    public async Task<ImportReport> ImportAsync(ImportKind kind, FileInfo file, IProgress<int> progress, CancellationToken ct)
    {
        using var scope = CallAuthority.UseSystem();
        using var csv = new StreamReader(file.FullName);
        return await host.Services.GetRequiredService<ReferenceImport>().ImportAsync(kind, csv, progress, ct);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }
}
