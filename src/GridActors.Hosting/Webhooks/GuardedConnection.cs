using System.Net;
using System.Net.Sockets;
using GridActors.Core.Webhooks;

namespace GridActors.Hosting.Webhooks;

/// <summary>
/// Connects to a receiver by an address that was judged: the name is looked up once, and what was looked at is what is connected
/// to, so that a name that leads elsewhere a moment later (DNS rebinding) gains nothing.
/// </summary>
/// <param name="resolve">Looks a name up; an address written out is its own.</param>
public sealed class GuardedConnection(bool allowPrivateAddresses, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>The system's own look-up.</summary>
    public static Func<string, CancellationToken, Task<IPAddress[]>> SystemResolver { get; } = Dns.GetHostAddressesAsync;

    /// <exception cref="AddressRefusedException">No address that the host has may be connected to.</exception>
    /// <exception cref="SocketException">The host has no address, or does not answer.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint host, CancellationToken ct)
    {
        var found = await resolve(host.Host, ct);
        var allowed = found.Where(a => allowPrivateAddresses || AddressRules.IsPublic(a.GetAddressBytes())).ToArray();
        if (allowed.Length == 0)
        {
            throw new AddressRefusedException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, host.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
