using Microsoft.Data.Sqlite;

namespace GridActors.Storage.Sqlite;

/// <summary>Copies the reference data of a database, without its incidents, to try things on.</summary>
public static class ReferenceCopy
{
    /// <summary>The source is only read.</summary>
    /// <param name="isRunning">Whether a process writes to the source now; then it is copied page by page through SQLite, which needs a directory that can be written to.</param>
    /// <exception cref="IOException">The files cannot be read.</exception>
    /// <exception cref="SqliteException">The source is no database of this product.</exception>
    public static void Create(string sourcePath, string targetPath, bool isRunning)
    {
        if (isRunning)
        {
            BackUp(sourcePath, targetPath);
        }
        else
        {
            CopyFiles(sourcePath, targetPath);
        }

        using var target = Open(targetPath, SqliteOpenMode.ReadWrite);
        using var command = target.CreateCommand();
        command.CommandText = ReferenceCopySql.ForgetIncidents;
        command.ExecuteNonQuery();
    }

    private static void BackUp(string sourcePath, string targetPath)
    {
        using var source = Open(sourcePath, SqliteOpenMode.ReadOnly);
        using var target = Open(targetPath, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);
    }

    /// <summary>The write-ahead log holds what a killed process had committed last.</summary>
    private static void CopyFiles(string sourcePath, string targetPath)
    {
        File.Copy(sourcePath, targetPath);
        if (File.Exists($"{sourcePath}-wal"))
        {
            File.Copy($"{sourcePath}-wal", $"{targetPath}-wal");
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
