using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using Orleans.Runtime.Messaging;

namespace GridActors.Hosting.Clusters;

/// <summary>Lets a connection of Orleans go on only once both sides have shown a certificate of the cluster, and encrypts it.</summary>
internal sealed partial class TlsMiddleware(ClusterCertificates certificates, TlsMiddleware.Side side, ILogger<TlsMiddleware> logger) : IConnectionMiddleware
{
    /// <summary>Long for a handshake, short for somebody who only holds the line.</summary>
    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(10);

    private readonly ILogger _logger = logger;

    internal enum Side
    {
        Server,
        Client,
    }

    public async Task OnConnectionAsync(ConnectionContext context, ConnectionDelegate next)
    {
        var plain = context.Transport;
        await using var tls = new TlsTransport(plain);
        if (!await TryAuthenticateAsync(tls.Stream, context))
        {
            return;
        }

        context.Transport = tls;
        try
        {
            await next(context);
        }
        finally
        {
            context.Transport = plain;
        }
    }

    /// <returns>False where the connection ends here: nothing was read of it but the handshake.</returns>
    private async Task<bool> TryAuthenticateAsync(SslStream stream, ConnectionContext context)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(context.ConnectionClosed);
        timeout.CancelAfter(HandshakeTimeout);
        try
        {
            var identity = certificates.Current();
            await (side == Side.Server
                ? stream.AuthenticateAsServerAsync(identity.AsServer(), timeout.Token)
                : stream.AuthenticateAsClientAsync(identity.AsClient(), timeout.Token));
            return true;
        }
        catch (Exception fault) when (fault is AuthenticationException or IOException or OperationCanceledException or InvalidOperationException)
        {
            LogRefused(_logger, fault, context.RemoteEndPoint);
            return false;
        }
    }
}
