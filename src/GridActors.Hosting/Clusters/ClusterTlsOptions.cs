namespace GridActors.Hosting.Clusters;

/// <summary>Configuration section <c>Cluster:Tls</c>: all three or none. Every process of a cluster has the same authority, and a certificate of it.</summary>
public sealed class ClusterTlsOptions
{
    public const string Section = "Cluster:Tls";

    /// <summary>The certificate of this process in PEM, with those between it and the authority behind it.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>Its private key in PEM, not encrypted.</summary>
    public string? KeyFile { get; set; }

    /// <summary>The cluster's own authorities in PEM: whoever has a certificate of one belongs to the cluster. Two while one takes over from the other.</summary>
    public string? AuthorityFile { get; set; }

    internal bool IsSet => Files.Any(f => !string.IsNullOrWhiteSpace(f));

    internal bool IsComplete => Files.All(f => !string.IsNullOrWhiteSpace(f));

    private string?[] Files => [CertificateFile, KeyFile, AuthorityFile];
}
