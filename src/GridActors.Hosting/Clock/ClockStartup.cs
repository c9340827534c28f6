using GridActors.Storage.Escalations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GridActors.Hosting.Clock;

/// <summary>
/// Sets an adjusted clock: before anything starts it goes to the last instant of the journal, and it begins to run at its
/// speed once the host is ready. So a process that was killed goes on where it was, and nothing falls due while it starts
/// (ADR 0005). On machine time it only warns about a journal from the future.
/// </summary>
internal sealed partial class ClockStartup(
    IDeadlineQueue queue,
    TimeProvider clock,
    IOptions<ClockOptions> options,
    ILogger<ClockStartup> logger) : HostStep
{
    private readonly ILogger _logger = logger;

    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        var last = await queue.LastRecordedAtAsync(cancellationToken);
        if (clock is AdjustableClock adjustable)
        {
            adjustable.Run(last ?? DateTimeOffset.MinValue, speed: 1);
        }
        else if (last > clock.GetUtcNow())
        {
            LogJournalAhead(_logger, last.Value);
        }
    }

    public override Task StartedAsync(CancellationToken cancellationToken)
    {
        if (clock is AdjustableClock adjustable)
        {
            adjustable.Run(DateTimeOffset.MinValue, options.Value.Speed);
            LogRunning(_logger, options.Value.Speed, adjustable.GetUtcNow());
        }

        return Task.CompletedTask;
    }
}
