using System.IO.Compression;

namespace GridActors.Cli.Simulations;

/// <summary>Opens a reports file, packed with gzip or plain; its first bytes tell which.</summary>
internal static class ReportsFile
{
    public static async Task<StreamReader> OpenAsync(FileInfo file, CancellationToken ct)
    {
        var stream = file.OpenRead();
        var magic = new byte[2];
        var read = await stream.ReadAtLeastAsync(magic, magic.Length, throwOnEndOfStream: false, ct);
        stream.Position = 0;
        return new StreamReader(read == magic.Length && magic is [0x1f, 0x8b] ? new GZipStream(stream, CompressionMode.Decompress) : stream);
    }
}
