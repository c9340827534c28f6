using System.Net;
using GridActors.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace GridActors.ApiHost.Web;

/// <summary>Learns the client's own address and scheme from the proxies that are known, and from nobody else.</summary>
internal static class Proxies
{
    /// <exception cref="ConfigurationRefusedException">A proxy is neither an address nor a network.</exception>
    public static void AddKnownProxies(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(ProxyOptions.Section).Get<ProxyOptions>() ?? new ProxyOptions();
        IPNetwork[] known = [.. options.Known.Select(Read)];
        builder.Services.Configure<ForwardedHeadersOptions>(headers =>
        {
            headers.ForwardedHeaders = known.Length > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
            headers.ForwardLimit = null;
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            foreach (var network in known)
            {
                headers.KnownIPNetworks.Add(network);
            }
        });
    }

    private static IPNetwork Read(string text) =>
        IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(text, out var network) ? network
        : throw new ConfigurationRefusedException($"{ProxyOptions.Section}:Known has '{text}'; it is an address, or a network such as 10.0.0.0/8.");
}
