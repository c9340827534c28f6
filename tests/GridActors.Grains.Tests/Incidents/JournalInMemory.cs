using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;
using GridActors.Storage.Incidents;
using Microsoft.Extensions.Time.Testing;

namespace GridActors.Grains.Tests.Incidents;

/// <summary>A journal for a follower, on a clock of its own, with the position that the follower's store keeps.</summary>
public abstract class JournalInMemory : IIncidentFeed, IIncidentJournal
{
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 1, 2, 3, 0, 0, TimeSpan.Zero));

    /// <summary>The most events that the feed gives at once, whatever is asked for.</summary>
    public int PageSize { get; init; } = int.MaxValue;

    /// <summary>Happens when the feed was read.</summary>
    public Action OnRead { get; set; } = () => { };

    /// <summary>Happens in front of a write.</summary>
    public Action OnWriting { get; set; } = () => { };

    /// <summary>Happens when a write is durable and before its writer hears of it.</summary>
    public Action OnWritten { get; set; } = () => { };

    public int FeedReads { get; private set; }

    /// <summary>How many incidents were read whole.</summary>
    public int LivesRead { get; private set; }

    protected List<FeedEvent> Journal { get; } = [];

    protected FeedPosition Position { get; private set; }

    public IncidentId Report(Tier floor = Tier.Grid)
    {
        var id = new IncidentId(Guid.CreateVersion7());
        var now = Clock.GetUtcNow();
        var post = Post.Of(TestRegion.Township);
        Append(id, new IncidentReported(
            now,
            Actor.Requester,
            id,
            TrackingCode.FromBits(1),
            new ReportContent("井盖缺失", "test", null, null, "digest"),
            new ReportedPlace([TestRegion.Grid], TestRegion.County, null, floor),
            new PinnedItem(ItemCode.Parse("0101"), 1, Severity.S2, new Limit(15, LimitUnit.Minute), new Limit(2, LimitUnit.WorkHour)),
            post,
            [],
            new Deadline(now.AddMinutes(15), IsProvisional: false),
            new Explanation(now, RoutingRule.StartTier, post, [], 1, 1)));
        return id;
    }

    public void Append(IncidentId id, IncidentEvent change) =>
        Journal.Add(new FeedEvent(new FeedPosition(0, Journal.Count + 1), id, 1 + Journal.Count(e => e.Id == id), change));

    /// <summary>As another follower that had read the same would.</summary>
    public void MovePosition() => Position = Journal[^1].Position;

    Task<ImmutableArray<FeedEvent>> IIncidentFeed.ReadAsync(FeedPosition after, int limit, CancellationToken ct)
    {
        FeedReads++;
        ImmutableArray<FeedEvent> page = [.. Journal.Where(e => e.Position.Position > after.Position).Take(Math.Min(limit, PageSize))];
        OnRead();
        return Task.FromResult(page);
    }

    Task<ImmutableArray<IncidentEvent>> IIncidentJournal.ReadEventsAsync(IncidentId id, CancellationToken ct)
    {
        LivesRead++;
        return Task.FromResult<ImmutableArray<IncidentEvent>>([.. Journal.Where(e => e.Id == id).Select(e => e.Event)]);
    }

    Task<AppendResult> IIncidentJournal.AppendAsync(IncidentAppend append, CancellationToken ct) => throw new NotSupportedException();

    Task<Incident?> IIncidentJournal.FindAsync(IncidentId id, CancellationToken ct) => throw new NotSupportedException();

    Task<IncidentHead?> IIncidentJournal.LoadAsync(IncidentId id, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>As a store writes what follows from a page: only where nobody else has dealt with it.</summary>
    protected bool TryWrite(FeedPosition from, FeedPosition to, Action write)
    {
        OnWriting();
        if (Position != from)
        {
            return false;
        }

        Position = to;
        write();
        OnWritten();
        return true;
    }
}
