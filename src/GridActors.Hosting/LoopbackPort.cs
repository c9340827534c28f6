using System.Net;
using System.Net.Sockets;

namespace GridActors.Hosting;

/// <summary>Ports of the loopback address.</summary>
public static class LoopbackPort
{
    /// <summary>The port configured, or for 0 one that was free a moment ago; Orleans cannot be told to choose one itself.</summary>
    public static int Or(int configured)
    {
        if (configured != 0)
        {
            return configured;
        }

        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
