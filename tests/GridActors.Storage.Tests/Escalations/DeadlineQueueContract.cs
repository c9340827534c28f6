using GridActors.Core.Incidents;
using GridActors.Storage.Escalations;
using GridActors.Storage.Tests.Incidents;

namespace GridActors.Storage.Tests.Escalations;

/// <summary>What every queue of deadlines promises. The accept deadline of a sample report is 15 minutes after it.</summary>
public abstract class DeadlineQueueContract(StorageUnderTest storage) : IAsyncDisposable
{
    private static readonly DateTimeOffset s_due = Sample.Monday.AddMinutes(15);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_empty_journal_waits_for_nothing()
    {
        Assert.Empty(await storage.Deadlines.ReadDueAsync(ClockSlots.All, DeadlineWindow.Until(DateTimeOffset.MaxValue), 100, Cancelled));
        Assert.Null(await storage.Deadlines.NextDueAsync(ClockSlots.All, DateTimeOffset.MinValue, Cancelled));
        Assert.Null(await storage.Deadlines.LastRecordedAtAsync(Cancelled));
    }

    [Fact]
    public async Task A_deadline_is_due_only_after_its_instant()
    {
        var incident = await storage.Journal.StoreAsync(Sample.Report());

        Assert.Empty(await storage.Deadlines.ReadDueAsync(ClockSlots.All, DeadlineWindow.Until(s_due), 100, Cancelled));
        Assert.Equal([new DueDeadline(incident.Id, s_due)], await storage.Deadlines.ReadDueAsync(ClockSlots.All, DeadlineWindow.Until(s_due.AddTicks(1)), 100, Cancelled));
    }

    [Fact]
    public async Task The_earliest_deadline_comes_first_and_the_limit_cuts_the_latest()
    {
        var second = await storage.Journal.StoreAsync(Sample.Report(Sample.Monday.AddMinutes(1)));
        await storage.Journal.StoreAsync(Sample.Report(Sample.Monday.AddMinutes(2)));
        var first = await storage.Journal.StoreAsync(Sample.Report(Sample.Monday));

        var due = await storage.Deadlines.ReadDueAsync(ClockSlots.All, DeadlineWindow.Until(Sample.Monday.AddDays(1)), 2, Cancelled);

        Assert.Equal([new DueDeadline(first.Id, s_due), new DueDeadline(second.Id, s_due.AddMinutes(1))], due);
        Assert.Equal(s_due, await storage.Deadlines.NextDueAsync(ClockSlots.All, DateTimeOffset.MinValue, Cancelled));
    }

    [Fact]
    public async Task A_window_has_its_first_instant_and_not_its_last()
    {
        await storage.Journal.StoreAsync(Sample.Report(Sample.Monday));
        var second = await storage.Journal.StoreAsync(Sample.Report(Sample.Monday.AddMinutes(1)));
        await storage.Journal.StoreAsync(Sample.Report(Sample.Monday.AddMinutes(2)));

        var due = await storage.Deadlines.ReadDueAsync(ClockSlots.All, new DeadlineWindow(s_due.AddMinutes(1), s_due.AddMinutes(2)), 100, Cancelled);
        var later = await storage.Deadlines.ReadDueAsync(ClockSlots.All, new DeadlineWindow(s_due.AddMinutes(1).AddTicks(1), s_due.AddMinutes(2)), 100, Cancelled);

        Assert.Equal([new DueDeadline(second.Id, s_due.AddMinutes(1))], due);
        Assert.Empty(later);
    }

    [Fact]
    public async Task Deadlines_of_one_instant_are_read_page_by_page()
    {
        var expected = new HashSet<IncidentId>();
        for (var i = 0; i < 7; i++)
        {
            expected.Add((await storage.Journal.StoreAsync(Sample.Report())).Id);
        }

        var window = DeadlineWindow.Until(s_due.AddMilliseconds(1));
        var seen = new List<IncidentId>();
        while (await storage.Deadlines.ReadDueAsync(ClockSlots.All, window, 2, Cancelled) is [.., var last] page)
        {
            seen.AddRange(page.Select(d => d.Id));
            window = window.Behind(last);
        }

        Assert.Equal(7, seen.Count);
        Assert.Equal(expected, seen.ToHashSet());
    }

    [Fact]
    public async Task The_next_deadline_is_the_first_at_or_after_an_instant()
    {
        await storage.Journal.StoreAsync(Sample.Report(Sample.Monday));
        await storage.Journal.StoreAsync(Sample.Report(Sample.Monday.AddMinutes(1)));

        Assert.Equal(s_due, await storage.Deadlines.NextDueAsync(ClockSlots.All, s_due, Cancelled));
        Assert.Equal(s_due.AddMinutes(1), await storage.Deadlines.NextDueAsync(ClockSlots.All, s_due.AddTicks(1), Cancelled));
        Assert.Null(await storage.Deadlines.NextDueAsync(ClockSlots.All, s_due.AddMinutes(2), Cancelled));
    }

    [Fact]
    public async Task Overdue_deadlines_are_counted_up_to_a_limit()
    {
        var first = await storage.Journal.StoreAsync(Sample.Report(Sample.Monday));
        await storage.Journal.StoreAsync(Sample.Report(Sample.Monday.AddMinutes(1)));
        await storage.Journal.StoreAsync(Sample.Report(Sample.Monday.AddMinutes(2)));

        Assert.Equal(0, await storage.Deadlines.CountOverdueAsync(s_due, 100, Cancelled));
        Assert.Equal(2, await storage.Deadlines.CountOverdueAsync(s_due.AddMinutes(2), 100, Cancelled));
        Assert.Equal(2, await storage.Deadlines.CountOverdueAsync(s_due.AddDays(1), 2, Cancelled));

        await storage.Journal.StoreAsync(Sample.Then(first, new VoidIncident("twice"), s_due.AddMinutes(1)));

        Assert.Equal(1, await storage.Deadlines.CountOverdueAsync(s_due.AddMinutes(2), 100, Cancelled));
    }

    [Fact]
    public async Task A_clock_sees_its_own_slots_only()
    {
        var mine = await storage.Journal.StoreAsync(Sample.Report(Sample.Monday.AddMinutes(1)));
        var others = await storage.Journal.StoreAsync(ReportInAnotherSlot(mine.Id.ClockSlot));
        var slots = ClockSlots.Of([mine.Id.ClockSlot]);

        var due = await storage.Deadlines.ReadDueAsync(slots, DeadlineWindow.Until(Sample.Monday.AddDays(1)), 100, Cancelled);

        Assert.Equal([mine.Id], due.Select(d => d.Id));
        Assert.Equal(mine.Deadline!.DueAt, await storage.Deadlines.NextDueAsync(slots, DateTimeOffset.MinValue, Cancelled));
        Assert.Equal(others.Deadline!.DueAt, await storage.Deadlines.NextDueAsync(ClockSlots.All, DateTimeOffset.MinValue, Cancelled));
        Assert.Empty(await storage.Deadlines.ReadDueAsync(ClockSlots.Of([]), DeadlineWindow.Until(Sample.Monday.AddDays(1)), 100, Cancelled));
    }

    [Fact]
    public async Task A_deadline_moves_with_its_incident_and_ends_with_it()
    {
        var incident = await storage.Journal.StoreAsync(Sample.Report());
        incident = await storage.Journal.StoreAsync(Sample.Then(incident, new DeadlineReached(s_due), s_due.AddMilliseconds(1)));

        Assert.Equal(incident.AcceptDue.At, await storage.Deadlines.NextDueAsync(ClockSlots.All, DateTimeOffset.MinValue, Cancelled));

        await storage.Journal.StoreAsync(Sample.Then(incident, new VoidIncident("twice"), s_due.AddMinutes(1)));

        Assert.Null(await storage.Deadlines.NextDueAsync(ClockSlots.All, DateTimeOffset.MinValue, Cancelled));
        Assert.Empty(await storage.Deadlines.ReadDueAsync(ClockSlots.All, DeadlineWindow.Until(Sample.Monday.AddYears(1)), 100, Cancelled));
    }

    [Fact]
    public async Task What_fell_due_while_everything_was_down_is_due_at_once()
    {
        var incident = await storage.Journal.StoreAsync(Sample.Report());

        await storage.ReopenAsync();

        Assert.Equal([new DueDeadline(incident.Id, s_due)], await storage.Deadlines.ReadDueAsync(ClockSlots.All, DeadlineWindow.Until(Sample.Monday.AddDays(7)), 100, Cancelled));
    }

    [Fact]
    public async Task The_latest_instant_need_not_be_the_last_one_appended()
    {
        await storage.Journal.StoreAsync(Sample.Report(Sample.Monday.AddMinutes(5)));
        await storage.Journal.StoreAsync(Sample.Report(Sample.Monday));

        Assert.Equal(Sample.Monday.AddMinutes(5), await storage.Deadlines.LastRecordedAtAsync(Cancelled));
    }

    private static Storage.Incidents.IncidentAppend ReportInAnotherSlot(int slot)
    {
        var id = Sample.NewId();
        while (id.ClockSlot == slot)
        {
            id = Sample.NewId();
        }

        return Sample.Report(Sample.Monday, id: id);
    }
}
