namespace GridActors.Hosting.Storage;

/// <summary>
/// Says that one process owns a data directory. The lock ends with the process, however it ends, so a directory left by a
/// killed process is free.
/// </summary>
public sealed class DataDirectoryLock : IDisposable
{
    private const string FileName = "gridactors.lock";

    private readonly FileStream _file;

    private DataDirectoryLock(FileStream file) => _file = file;

    /// <summary>Creates the directory where it is missing, and takes its lock.</summary>
    /// <exception cref="DataDirectoryInUseException">Another process has it.</exception>
    public static DataDirectoryLock Take(string dataDirectory)
    {
        Directory.CreateDirectory(dataDirectory);
        try
        {
            return new DataDirectoryLock(new FileStream(Path.Combine(dataDirectory, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fault)
        {
            throw new DataDirectoryInUseException($"The data directory '{Path.GetFullPath(dataDirectory)}' is in use by another GridActors process.", fault);
        }
    }

    /// <summary>Whether a process has the directory now. Changes nothing there.</summary>
    public static bool IsTaken(string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, FileName);
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using var probe = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => _file.Dispose();
}
