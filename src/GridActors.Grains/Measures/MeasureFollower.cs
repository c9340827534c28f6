using System.Collections.Immutable;
using GridActors.Core.Incidents;
using GridActors.Core.Measures;
using GridActors.Grains.Divisions;
using GridActors.Grains.Incidents;
using GridActors.Storage.Incidents;
using GridActors.Storage.Measures;
using Microsoft.Extensions.Logging;

namespace GridActors.Grains.Measures;

/// <summary>Counts what is in the journal. What is counted ahead of the page is counted again, to the same.</summary>
public sealed partial class MeasureFollower(
    IIncidentFeed feed,
    IIncidentJournal journal,
    IMeasureStore store,
    IRegionDirectory region,
    MeasureMetrics metrics,
    ILogger<MeasureFollower> logger) : EventFollower(feed, journal, parts: 20)
{
    private readonly ILogger _logger = logger;

    public override async Task<FollowOutcome> FollowAsync(CancellationToken ct)
    {
        var from = await store.ReadPositionAsync(ct);
        var page = await ReadPageAsync(from, ct);
        if (page.IsEmpty)
        {
            metrics.CaughtUp();
            return FollowOutcome.CaughtUp;
        }

        metrics.Behind(page[0].Event.At);
        var incidents = ImmutableArray.CreateBuilder<MeasuredIncident>();
        foreach (var changes in page.GroupBy(e => e.Id).Where(changes => changes.Any(c => IncidentMeasures.Concern(c.Event))))
        {
            incidents.Add(await CountAsync(changes.Key, await ReadLifeAsync(changes, ct), ct));
        }

        return await store.WriteAsync(new MeasureBatch(from, page[^1].Position, incidents.ToImmutable()), ct) ? FollowOutcome.Advanced : FollowOutcome.Overtaken;
    }

    protected override void LogRoundFailed(Exception fault) => LogRoundFailed(_logger, fault);

    private async Task<MeasuredIncident> CountAsync(IncidentId id, ImmutableArray<IncidentEvent> events, CancellationToken ct)
    {
        var snapshot = await region.AtLeastAsync(0, ct);
        var county = ((IncidentReported)events[0]).Place.County;
        return new MeasuredIncident(id, IncidentMeasures.Of(events, snapshot.CalendarOf(county).UtcOffset));
    }
}
