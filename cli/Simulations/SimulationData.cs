using System.Collections.Immutable;
using GridActors.Hosting.Imports;
using GridActors.Hosting.Storage;
using GridActors.Storage.Sqlite;

namespace GridActors.Cli.Simulations;

/// <summary>The reference data that a simulation runs on: a folder of CSV files, or the data directory of an instance. Neither is written to.</summary>
internal sealed class SimulationData
{
    private readonly string _database;

    private SimulationData(string database, ImmutableArray<(ImportKind Kind, FileInfo File)> files) => (_database, Files) = (database, files);

    /// <summary>In the order in which they are imported; none for a data directory.</summary>
    public ImmutableArray<(ImportKind Kind, FileInfo File)> Files { get; }

    /// <exception cref="UsageException">The folder is neither.</exception>
    public static SimulationData In(DirectoryInfo directory)
    {
        var database = Path.Combine(directory.FullName, SqliteStorageOptions.FileName);
        if (File.Exists(database))
        {
            return new SimulationData(database, []);
        }

        ImmutableArray<(ImportKind Kind, FileInfo File)> files =
        [
            .. Enum.GetValues<ImportKind>().SelectMany(kind => directory.GetFiles($"{kind.ToString().ToLowerInvariant()}*.csv")
                .OrderBy(f => f.Name, StringComparer.Ordinal)
                .Select(f => (kind, f))),
        ];
        foreach (var kind in (ImportKind[])[ImportKind.Divisions, ImportKind.Catalogue, ImportKind.Grids])
        {
            if (!files.Any(f => f.Kind == kind))
            {
                throw new UsageException($"{directory} has neither {SqliteStorageOptions.FileName} nor a file {kind.ToString().ToLowerInvariant()}*.csv.");
            }
        }

        return files.Count(f => f.Kind == ImportKind.Catalogue) == 1
            ? new SimulationData("", files)
            : throw new UsageException($"{directory} has more than one file catalogue*.csv; a catalogue is one file.");
    }

    /// <summary>The same data with another calendar in the place of its own.</summary>
    /// <exception cref="UsageException">It is the data directory of an instance, where published days cannot be taken back.</exception>
    public SimulationData WithCalendar(FileInfo holidays) => _database.Length > 0
        ? throw new UsageException("--calendar needs a folder of CSV files behind --data: days that an instance has published stay.")
        : new SimulationData("", [.. Files.Where(f => f.Kind != ImportKind.Holidays).Append((Kind: ImportKind.Holidays, File: holidays)).OrderBy(f => f.Kind)]);

    /// <summary>Puts the database of a data directory, without its incidents, where a simulation will open it.</summary>
    public void CopyTo(string path)
    {
        if (_database.Length > 0)
        {
            ReferenceCopy.Create(_database, path, DataDirectoryLock.IsTaken(Path.GetDirectoryName(_database)!));
        }
    }
}
