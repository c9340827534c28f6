using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Clusters;

/// <summary>The identity of this process, as its files say now: a new connection has what they have, without a restart.</summary>
internal sealed partial class ClusterCertificates
{
    private readonly ClusterTlsOptions _options;
    private readonly ILogger _logger;
    private volatile Loaded _loaded;

    /// <exception cref="ConfigurationRefusedException">A file cannot be read, or is not what it should be.</exception>
    public ClusterCertificates(ClusterTlsOptions options, ILogger<ClusterCertificates> logger)
    {
        (_options, _logger) = (options, logger);
        try
        {
            _loaded = Load(Read());
        }
        catch (Exception fault) when (IsUnusable(fault))
        {
            throw new ConfigurationRefusedException($"Cluster:Tls cannot be used: {fault.Message}", fault);
        }
    }

    /// <summary>Looks at the contents, not at dates: files that are mounted change by a link further up.</summary>
    public ClusterIdentity Current()
    {
        try
        {
            var files = Read();
            if (files != _loaded.Files)
            {
                _loaded = Load(files);
                LogLoaded(_logger);
            }
        }
        catch (Exception fault) when (IsUnusable(fault))
        {
            // Files are replaced one after the other: the next connection finds them whole.
            LogUnusable(_logger, fault);
        }

        return _loaded.Identity;
    }

    private static Loaded Load(Files files) => new(files, new ClusterIdentity(files.Certificate, files.Key, files.Authority));

    private static bool IsUnusable(Exception fault) => fault is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException;

    private Files Read() => new(File.ReadAllText(_options.CertificateFile!), File.ReadAllText(_options.KeyFile!), File.ReadAllText(_options.AuthorityFile!));

    private sealed record Files(string Certificate, string Key, string Authority)
    {
        public override string ToString() => nameof(Files);
    }

    private sealed record Loaded(Files Files, ClusterIdentity Identity);
}
