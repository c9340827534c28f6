using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Record;

/// <summary>Says once, at the start, that this silo signs nothing.</summary>
internal sealed partial class UnsignedRecordNotice(ILogger<UnsignedRecordNotice> logger) : IHostedService
{
    private readonly ILogger _logger = logger;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        LogUnsigned(_logger);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
