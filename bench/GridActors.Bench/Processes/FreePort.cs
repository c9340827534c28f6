using System.Net;
using System.Net.Sockets;

namespace GridActors.Bench.Processes;

internal static class FreePort
{
    /// <summary>A port of the loopback address that nobody had a moment ago.</summary>
    public static int Next()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
