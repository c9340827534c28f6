using System.Collections.Immutable;
using System.Globalization;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Record;

/// <summary>Checks a whole record: every incident in itself, every checkpoint, and every event against the checkpoint that covers it. Each part finds what whoever forged the others would have missed.</summary>
/// <param name="keys">Of every checkpoint since the first: without a key its checkpoints prove nothing, and that is a finding.</param>
/// <param name="kept">Copies of checkpoints that were kept elsewhere. Without them nobody can tell that the newest checkpoints were taken away together with what they cover.</param>
/// <param name="found">Told of each finding at once, in no order of importance.</param>
public sealed class RecordVerification(IRecordSnapshot record, ImmutableArray<RecordKey> keys, ImmutableArray<Checkpoint> kept, Action<RecordFinding> found)
{
    private const int IncidentsAtOnce = 500;
    private const int CheckpointsAtOnce = 500;
    private const int EventsAtOnce = 10_000;

    private long _incidents;
    private long _events;
    private long _checkpoints;
    private long _findings;

    /// <exception cref="JournalUnavailableException">The store failed; nothing can be said of the rest.</exception>
    public async Task<RecordSummary> RunAsync(CancellationToken ct)
    {
        await CheckIncidentsAsync(ct);
        await CheckCheckpointsAsync(ct);
        var covered = await CheckStretchesAsync(ct);
        var open = 0L;
        var last = (DateTimeOffset?)null;
        for (var after = covered; await record.ReadEventsAsync(after, EventsAtOnce, ct) is { IsEmpty: false } page; after = page[^1].Position)
        {
            last ??= page[0].At;
            open += page.Length;
        }

        return new RecordSummary(_incidents, _events, _checkpoints, open, last, _findings);
    }

    private async Task CheckIncidentsAsync(CancellationToken ct)
    {
        for (IncidentId? after = null; await record.ReadIncidentsAsync(after, IncidentsAtOnce, ct) is { IsEmpty: false } page; after = page[^1].Id)
        {
            foreach (var incident in page)
            {
                _incidents++;
                _events += incident.Events.Length;
                Tell(IncidentCheck.Of(incident));
            }
        }

        Tell((await record.ReadHeadlessAsync(IncidentsAtOnce, ct))
            .Select(id => new RecordFinding(RecordFindingKind.Missing, $"incident {id}", "it is not there, though it has events")));
    }

    private async Task CheckCheckpointsAsync(CancellationToken ct)
    {
        var counties = (await record.ReadCountiesAsync(ct)).Concat(kept.Select(c => c.County)).Distinct().Order();
        foreach (var county in counties)
        {
            var chain = new CheckpointChain(county, keys, kept);
            for (var after = 0; await record.ListCheckpointsAsync(county, after, CheckpointsAtOnce, ct) is { IsEmpty: false } page; after = page[^1].Number)
            {
                _checkpoints += page.Length;
                Tell(page.SelectMany(chain.Add));
            }

            Tell(chain.End());
        }
    }

    /// <returns>Up to where checkpoints cover the journal.</returns>
    private async Task<FeedPosition> CheckStretchesAsync(CancellationToken ct)
    {
        var covered = FeedPosition.Start;
        while (await record.ReadNextStretchAsync(covered, ct) is { IsEmpty: false } stretch)
        {
            var (from, through) = (stretch[0].Checkpoint.From, stretch[0].Checkpoint.Through);
            if (from != covered)
            {
                Tell([Gap(covered, from)]);
            }

            Tell(StretchCheck.Of(await ReadStretchAsync(from, through, ct), stretch));
            covered = through;
        }

        var said = await record.ReadPositionAsync(ct);
        if (said != covered)
        {
            Tell([Gap(covered, said)]);
        }

        return covered;
    }

    private async Task<ImmutableArray<RecordedEvent>> ReadStretchAsync(FeedPosition from, FeedPosition through, CancellationToken ct)
    {
        var events = ImmutableArray.CreateBuilder<RecordedEvent>();
        var after = from;
        while (await record.ReadEventsAsync(after, EventsAtOnce, ct) is { IsEmpty: false } page)
        {
            events.AddRange(page.Where(e => IsThrough(e.Position, through)));
            after = page[^1].Position;
            if (!IsThrough(after, through))
            {
                break;
            }
        }

        return events.ToImmutable();
    }

    private void Tell(IEnumerable<RecordFinding> findings)
    {
        foreach (var finding in findings)
        {
            _findings++;
            found(finding);
        }
    }

    private static bool IsThrough(FeedPosition position, FeedPosition through) =>
        (position.Transaction, position.Position).CompareTo((through.Transaction, through.Position)) <= 0;

    private static RecordFinding Gap(FeedPosition after, FeedPosition next) => new(
        RecordFindingKind.Missing,
        string.Create(CultureInfo.InvariantCulture, $"journal {after.Transaction}/{after.Position} to {next.Transaction}/{next.Position}"),
        "no checkpoint covers this stretch, though one did");
}

/// <param name="Incidents">That were checked.</param>
/// <param name="Events">Of these incidents.</param>
/// <param name="Uncovered">Events that no checkpoint covers yet: their hashes were checked, and whoever forged them together with their hashes goes unnoticed.</param>
/// <param name="UncoveredSince">When the first of them happened; null where there is none.</param>
public sealed record RecordSummary(long Incidents, long Events, long Checkpoints, long Uncovered, DateTimeOffset? UncoveredSince, long Findings);
