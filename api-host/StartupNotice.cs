using GridActors.ApiHost.OpenApi;
using GridActors.Hosting;
using GridActors.Hosting.Access;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace GridActors.ApiHost;

/// <summary>Says where everything is, once it answers.</summary>
internal sealed partial class StartupNotice(IServer server, IHostApplicationLifetime lifetime, IOptions<GridActorsOptions> options, IOptions<AuthOptions> auth, ILogger<StartupNotice> logger) : IHostedService
{
    private readonly ILogger _logger = logger;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var hasDashboard = options.Value.Dashboard is true;
        var keyDirectory = auth.Value.DevelopmentIssuer is true ? Path.GetFullPath(options.Value.DataDirectory) : null;
        lifetime.ApplicationStarted.Register(() =>
        {
            if (keyDirectory is not null)
            {
                LogDevelopmentIssuer(_logger, keyDirectory);
            }

            foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            {
                LogListening(_logger, address, ApiDocumentation.PagePath, ApiDocumentation.DocumentPath, hasDashboard ? address + OperationsPaths.Dashboard : "off");
            }
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
