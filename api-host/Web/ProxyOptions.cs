namespace GridActors.ApiHost.Web;

/// <summary>Configuration section <c>Proxies</c>: what stands in front of this host.</summary>
public sealed class ProxyOptions
{
    public const string Section = "Proxies";

    /// <summary>Addresses, or networks such as <c>10.0.0.0/8</c>, whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed; anybody else's are ignored.</summary>
    /// <value>Default none: a client's address is that of its connection.</value>
    public string[] Known { get; set; } = [];
}
