using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Escalations;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Core.WorkingTime;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Tests.Incidents;

/// <summary>Appends as the product makes them: from the rules. Each report has its own id and tracking code.</summary>
internal static class Sample
{
    /// <summary>Always runs, 15 minutes to accept and 24 hours to handle.</summary>
    public const string BurstMain = "0101";

    /// <summary>Runs on the calendar, of which no year is published here.</summary>
    public const string Pothole = "0201";

    public const string GridOne = "652301001001001";

    private static readonly ConcurrentDictionary<(IncidentId Id, int Version), IncidentHead> s_heads = [];

    private static long s_lastNumber;

    /// <summary>A Monday, 11:00 in the county.</summary>
    public static DateTimeOffset Monday { get; } = new(2025, 3, 3, 3, 0, 0, TimeSpan.Zero);

    public static WorkerId Worker { get; } = WorkerId.Parse("w-1");

    private static CatalogueVersion Catalogue { get; } = new(1,
    [
        Item(BurstMain, Severity.S2, new Limit(15, LimitUnit.Minute), new Limit(24, LimitUnit.UrgentHour)),
        Item(Pothole, Severity.S3, new Limit(4, LimitUnit.WorkHour), new Limit(3, LimitUnit.WorkDay)),
    ]);

    public static IncidentId NewId() => new(Guid.CreateVersion7(Monday));

    public static TrackingCode NewTrackingCode() => TrackingCode.FromBits((ulong)Interlocked.Increment(ref s_lastNumber));

    /// <param name="place">A grid, or the county of a place that no grid contains.</param>
    public static IncidentAppend Report(
        DateTimeOffset? at = null, string place = GridOne, string item = BurstMain, IncidentId? id = null, TrackingCode? trackingCode = null)
    {
        var command = new ReportIncident(
            id ?? NewId(),
            trackingCode ?? NewTrackingCode(),
            ItemCode.Parse(item),
            PlaceOf(place),
            new ReportContent("水管爆裂，水漫街面", "app", null, null, "00"),
            RegionRevision: 0);
        return Decide(null, command, PlaceOf(place), at ?? Monday)!;
    }

    /// <summary>What a command does to an incident; null where it does nothing or is refused.</summary>
    public static IncidentAppend? Decide(Incident incident, IncidentCommand command, DateTimeOffset at) =>
        Decide(incident, command, incident.Place, at);

    /// <summary>As <see cref="Decide(Incident, IncidentCommand, DateTimeOffset)"/>, for a command that has to succeed.</summary>
    public static IncidentAppend Then(Incident incident, IncidentCommand command, DateTimeOffset at) =>
        Decide(incident, command, at) ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{command} does nothing at {at:O}."));

    /// <summary>The same events with another state behind them than the rules make.</summary>
    public static IncidentAppend To(this IncidentAppend append, Incident state) =>
        Remember(new IncidentAppend(append.ExpectedVersion == 0 ? null : s_heads[(state.Id, append.ExpectedVersion)], append.Events, state));

    public static async Task<Incident> StoreAsync(this IIncidentJournal journal, IncidentAppend append)
    {
        Assert.Equal(AppendResult.Appended, await journal.AppendAsync(append, TestContext.Current.CancellationToken));
        return append.State;
    }

    private static IncidentAppend? Decide(Incident? incident, IncidentCommand command, ReportedPlace place, DateTimeOffset at)
    {
        var chain = new PostChain([.. place.ListPosts().Select(p => new PostLink(p, IsStaffed: true))]);
        var context = new IncidentContext(chain, WorkingCalendar.Unpublished, EscalationPolicy.Default, [Worker], Catalogue, []);
        var events = IncidentDecider.Decide(incident, command, context, at).Events;
        if (events.IsEmpty)
        {
            return null;
        }

        var head = incident is null ? null : s_heads[(incident.Id, incident.Version)] with { State = incident };
        return Remember(new IncidentAppend(head, events, events.Aggregate(incident, IncidentEvolution.Evolve)!));
    }

    private static IncidentAppend Remember(IncidentAppend append)
    {
        s_heads[(append.State.Id, append.State.Version)] = append.After;
        return append;
    }

    private static ReportedPlace PlaceOf(string code) => GridCode.TryParse(code, out var grid)
        ? new ReportedPlace([grid], grid.Village.AncestorAt(DivisionLevel.County)!.Value, null)
        : new ReportedPlace([], DivisionCode.Parse(code), null);

    private static CatalogueItem Item(string code, Severity severity, Limit accept, Limit handle) => new(
        ItemCode.Parse(code), "组", "group", "项", "item", severity, "部门", "department", Tier.Township, accept, handle, ImmutableArray<Tier>.Empty, false, "test");
}
