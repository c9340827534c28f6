using GridActors.ApiHost.OpenApi;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GridActors.ApiHost;

/// <summary>Says where everything is, once it answers.</summary>
internal sealed partial class StartupNotice(IServer server, IHostApplicationLifetime lifetime, ILogger<StartupNotice> logger) : IHostedService
{
    private readonly ILogger _logger = logger;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() =>
        {
            foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            {
                LogListening(_logger, address, ApiDocumentation.PagePath, ApiDocumentation.DocumentPath, ApiApplication.DashboardPath);
            }
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
