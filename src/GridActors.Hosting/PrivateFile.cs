using System.Security.Cryptography;

namespace GridActors.Hosting;

/// <summary>A file with a secret: for its owner only, and whole or not there.</summary>
internal static class PrivateFile
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// Makes the file, and the directory where that is missing. A file that is there stays. Written aside and moved into place, so that a
    /// process that is killed leaves no half a file behind, and one that comes at the same moment reads a whole one, and the same.
    /// </summary>
    /// <param name="text">Asked for only where the file is missing.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void CreateIfMissing(string path, Func<string> text)
    {
        if (File.Exists(path))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = $"{path}.{Convert.ToHexString(RandomNumberGenerator.GetBytes(8))}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var writer = new StreamWriter(draft, options))
        {
            writer.Write(text());
            writer.Flush();
            ((FileStream)writer.BaseStream).Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
