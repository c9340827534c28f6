using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using GridActors.Hosting;
using GridActors.Hosting.Clock;
using GridActors.Hosting.Clusters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace GridActors.Api.Tests.Clusters;

/// <summary>A real silo on real sockets, whose connections are those of the product; and clients of it.</summary>
internal sealed class TlsSilo : IAsyncDisposable
{
    private const string ClusterName = "tls-test";
    private const int RefusedEvent = 3275;

    /// <summary>A client that is refused goes on trying; one that is let in has its answer in a fraction of this.</summary>
    private static readonly TimeSpan ClientPatience = TimeSpan.FromSeconds(8);

    /// <summary>Who is refused hears of it at once.</summary>
    private static readonly TimeSpan LinePatience = TimeSpan.FromSeconds(20);

    private readonly IHost _host;
    private readonly IPEndPoint _silo;

    private TlsSilo(IHost host, IPEndPoint silo, IPEndPoint gateway) => (_host, _silo, Gateway) = (host, silo, gateway);

    public IPEndPoint Gateway { get; }

    public IPEndPoint Silo => _silo;

    /// <summary>How many connections it did not let in.</summary>
    private int Refusals => _host.Services.GetFakeLogCollector().GetSnapshot().Count(r => r.Id.Id == RefusedEvent);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="primary">The silo to join; null for the first.</param>
    public static async Task<TlsSilo> StartAsync(TestCertificates certificates, TlsSilo? primary = null)
    {
        var (silo, gateway) = (new IPEndPoint(IPAddress.Loopback, LoopbackPort.Or(0)), new IPEndPoint(IPAddress.Loopback, LoopbackPort.Or(0)));
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFakeLogging();
        builder.Services.AddMachineTimeForOrleans();
        builder.UseOrleans(orleans => orleans
            .UseLocalhostClustering(silo.Port, gateway.Port, primary?._silo, ClusterName, ClusterName)
            .UseTls(certificates.Options));
        var host = builder.Build();
        await host.StartAsync(Ct);
        return new TlsSilo(host, silo, gateway);
    }

    /// <summary>Connects as an api-host does, and asks an actor how many silos there are.</summary>
    /// <param name="certificates">Null for one that talks in plain.</param>
    /// <exception cref="Exception">It did not get in.</exception>
    public Task<int> CountSilosAsync(TestCertificates? certificates) => ConnectAsync(certificates, Ct);

    /// <summary>Whether a client does not get in, and the silo says that it is because of what it showed.</summary>
    /// <param name="certificates">Null for one that talks in plain.</param>
    public async Task<bool> RefusesClientAsync(TestCertificates? certificates)
    {
        var before = Refusals;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(ClientPatience);
        try
        {
            await ConnectAsync(certificates, patience.Token);
            return false;
        }
        catch (Exception) when (!Ct.IsCancellationRequested)
        {
            return Refusals > before;
        }
    }

    private async Task<int> ConnectAsync(TestCertificates? certificates, CancellationToken ct)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.UseOrleansClient(client =>
        {
            client.UseStaticClustering(Gateway).Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (ClusterName, ClusterName));
            client.Configure<ConnectionOptions>(o => o.OpenConnectionTimeout = TimeSpan.FromSeconds(5));
            if (certificates is not null)
            {
                client.UseTls(certificates.Options);
            }
        });
        var host = builder.Build();
        try
        {
            await host.StartAsync(ct).WaitAsync(ct);
            var hosts = await host.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true, ct).WaitAsync(ct);
            return hosts.Count;
        }
        finally
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1), TimeProvider.System);
            await host.StopAsync(stop.Token).WaitAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>What a silo shows to somebody who shows a certificate.</summary>
    /// <returns>The number of its certificate; null where the one who asks does not believe it.</returns>
    public static async Task<string?> ReadSerialNumberAsync(IPEndPoint address, TestCertificates certificates)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(address, Ct);
        await using var stream = new SslStream(socket.GetStream());
        try
        {
            await stream.AuthenticateAsClientAsync(await certificates.AsClientAsync(), Ct);
            return stream.RemoteCertificate!.GetSerialNumberString();
        }
        catch (AuthenticationException)
        {
            return null;
        }
    }

    /// <summary>Shows a certificate, and waits until the silo hangs up.</summary>
    /// <returns>Whether it did so because of the certificate; false where it holds the line.</returns>
    public async Task<bool> RefusesAsync(IPEndPoint address, TestCertificates certificates)
    {
        var before = Refusals;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(LinePatience);
        using var socket = new TcpClient();
        await socket.ConnectAsync(address, Ct);
        await using var stream = new SslStream(socket.GetStream(), leaveInnerStreamOpen: true);
        try
        {
            await stream.AuthenticateAsClientAsync(await certificates.AsClientAsync(), patience.Token);
            await stream.CopyToAsync(Stream.Null, patience.Token);
        }
        catch (OperationCanceledException) when (!Ct.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception fault) when (fault is IOException or AuthenticationException)
        {
            // It says why first; it has hung up when there is nothing more to hear.
            await HearOutAsync(socket.GetStream());
        }

        return Refusals > before;
    }

    /// <returns>What somebody hears who talks in plain; empty where the other side hangs up without a word of the protocol.</returns>
    public static async Task<byte[]> TalkInPlainAsync(IPEndPoint address)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(address, Ct);
        var stream = socket.GetStream();
        await stream.WriteAsync(new byte[64], Ct);
        return await HearOutAsync(stream);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    private static async Task<byte[]> HearOutAsync(NetworkStream stream)
    {
        using var heard = new MemoryStream();
        try
        {
            await stream.CopyToAsync(heard, Ct);
        }
        catch (IOException)
        {
            return heard.ToArray();
        }

        return heard.ToArray();
    }
}
