using GridActors.Contracts.Incidents;
using GridActors.Core.Incidents;
using Orleans.Runtime.Messaging;
using Polly;
using Polly.Retry;

namespace GridActors.ApiHost.Incidents;

/// <summary>
/// Calls that an actor did not answer: its silo was killed, or is about to be missed. Whether the call was carried out is
/// not known.
/// </summary>
internal static class LostCalls
{
    /// <summary>The first repeat goes out at once, these many follow it.</summary>
    private const int MoreRepeats = 2;

    /// <summary>In front of the second repeat, and twice as long in front of the third: by then a silo that was killed counts as dead.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private static readonly ResiliencePipeline<IncidentReply> _repeats = new ResiliencePipelineBuilder<IncidentReply>()
        .AddRetry(new RetryStrategyOptions<IncidentReply>
        {
            MaxRetryAttempts = MoreRepeats,
            Delay = Pause,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Exception is { } fault && Have(fault)),
        })
        .Build();

    /// <summary>Whether this is how a lost call ends.</summary>
    public static bool Have(Exception fault) =>
        fault is TimeoutException or SiloUnavailableException or OrleansMessageRejectionException or ConnectionFailedException;

    /// <summary>
    /// Sends a report again whose first call was lost. That is safe, because the incident's id is chosen before the first call:
    /// the same report leads to the same incident, which answers as it did.
    /// </summary>
    /// <remarks>Only where a call was lost already: one that is answered passes nothing of this.</remarks>
    /// <exception cref="Exception">The last call was lost, too, in one of the ways of <see cref="Have"/>; the client has to try again later.</exception>
    public static ValueTask<IncidentReply> RepeatAsync(IIncidentGrain incident, ReportIncident report, CancellationToken ct) => _repeats.ExecuteAsync(
        static (call, token) => new ValueTask<IncidentReply>(call.Incident.ExecuteAsync(call.Report, null, token)),
        (Incident: incident, Report: report),
        ct);
}
