using GridActors.Core.Access;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Grains;
using GridActors.Grains.Access;
using GridActors.Grains.Divisions;
using GridActors.Storage.Incidents;

namespace GridActors.Hosting.Imports;

/// <summary>
/// Takes files of reference data: each row is checked, good rows are filed with the actors, bad ones are reported with
/// their row. The same file again changes nothing. One import runs at a time in a process.
/// </summary>
public sealed class ReferenceImport(IGrainFactory grains, IRegionDirectory directory, IIncidentList incidents) : IDisposable
{
    private const int ProvisionalPage = 500;

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Durable when it returns. After a fault, importing the same file again completes what was left.</summary>
    /// <param name="rows">Told how many writes are done; a file that changes nothing has none.</param>
    public async Task<ImportReport> ImportAsync(ImportKind kind, TextReader csv, IProgress<int>? rows, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            var importer = ImporterOf(kind);
            var problems = new ImportProblems();
            var table = await ImportTable.ReadAsync(csv, importer.Columns, allowsLineBreaks: false, problems, ct);
            var region = await directory.RefreshAsync(ct);
            RefuseOutside(kind, table, region, problems);
            var outcome = await importer.ApplyAsync(table, region, problems, new ImportProgress(rows), ct);
            if (outcome.IsAnnounced)
            {
                await grains.GetRegion().AnnounceChangeAsync(outcome.Prefectures, ct);
                await directory.RefreshAsync(ct);
            }

            if (kind == ImportKind.Holidays)
            {
                await RecomputeProvisionalAsync(ct);
            }

            return new ImportReport(kind, table.RowCount, outcome.Changed, problems.ToImmutable());
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Refuses the whole file where there is no prefecture to publish it for.</summary>
    internal static bool HasPrefecture(RegionSnapshot region, ImportProblems problems)
    {
        var any = region.Prefectures.Any();
        if (!any)
        {
            problems.Refuse(1, "no_prefecture", "There is no prefecture to publish this for; import divisions first.");
        }

        return any;
    }

    /// <summary>Rows of places that are none of the importer's; calendar and catalogue hold for a whole prefecture, and so does the file.</summary>
    private static void RefuseOutside(ImportKind kind, ImportTable table, RegionSnapshot region, ImportProblems problems)
    {
        var authority = CallAuthority.Current;
        var column = kind switch
        {
            ImportKind.Divisions or ImportKind.Departments or ImportKind.Grids => "code",
            ImportKind.Workers => "grid_code",
            _ => null,
        };
        var mayChangeAll = region.Prefectures.All(p => authority.Has(Permission.ChangeReference, p.ToString()));
        foreach (var row in table.Rows.Where(r => column is null ? !mayChangeAll : !authority.Has(Permission.ChangeReference, r[column])))
        {
            problems.Refuse(row.Number, "outside_jurisdiction", "The row is about a place that is none of yours.");
        }
    }

    private IReferenceImporter ImporterOf(ImportKind kind) => kind switch
    {
        ImportKind.Divisions => new DivisionImporter(grains),
        ImportKind.Departments => new DepartmentImporter(grains),
        ImportKind.Holidays => new HolidayImporter(grains),
        ImportKind.Catalogue => new CatalogueImporter(grains),
        ImportKind.Grids => new GridImporter(grains),
        ImportKind.Workers => new WorkerImporter(grains),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>
    /// Deadlines that were computed before their year was published are computed again, also where this very file changed
    /// nothing: the import that published it may have been interrupted here.
    /// </summary>
    private async Task RecomputeProvisionalAsync(CancellationToken ct)
    {
        using var scope = CallAuthority.UseSystem();
        IncidentId? after = null;
        while (await incidents.ListProvisionalAsync(after, ProvisionalPage, ct) is { IsEmpty: false } page)
        {
            await Parallel.ForEachAsync(
                page,
                new ParallelOptions { MaxDegreeOfParallelism = ImportProgress.Concurrency, CancellationToken = ct },
                async (id, token) => await grains.GetIncident(id).ExecuteAsync(new CalendarPublished(), ifVersion: null, token));
            after = page[^1];
        }
    }
}
