using GridActors.Grains.Incidents;
using GridActors.Storage.Record;
using Microsoft.Extensions.Logging;

namespace GridActors.Grains.Record;

/// <summary>Has the journal signed as it grows.</summary>
/// <param name="every">How often, where it keeps up.</param>
public sealed partial class RecordFollower(RecordSigner signer, TimeSpan every, RecordMetrics metrics, ILogger<RecordFollower> logger) : JournalFollower(parts: 40, every)
{
    private readonly ILogger _logger = logger;

    public override async Task<FollowOutcome> FollowAsync(CancellationToken ct)
    {
        var stretch = await signer.SignNextAsync(ct);
        metrics.Signed(stretch);
        return stretch.IsOvertaken ? FollowOutcome.Overtaken : stretch.IsFull ? FollowOutcome.Advanced : FollowOutcome.CaughtUp;
    }

    protected override void LogRoundFailed(Exception fault) => LogRoundFailed(_logger, fault);
}
