namespace GridActors.ApiHost.Web;

/// <summary>Configuration section <c>Cors</c>: whose pages may call this API from a browser.</summary>
public sealed class CrossOriginOptions
{
    public const string Section = "Cors";

    /// <summary>Scheme, host and port of each, such as <c>https://board.example.org</c>; <c>*</c> alone for any.</summary>
    /// <value>Default none: pages of this host only.</value>
    public string[] Origins { get; set; } = [];
}
