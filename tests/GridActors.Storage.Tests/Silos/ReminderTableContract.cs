using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Storage.Tests.Silos;

/// <summary>Our statements for reminders, called through the provider itself.</summary>
public abstract class ReminderTableContract(TwoSilos silos)
{
    private static readonly DateTime s_start = new(2030, 3, 3, 3, 0, 0, 120, DateTimeKind.Utc);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private IReminderTable Table => silos.First.GetRequiredService<IReminderTable>();

    [Fact]
    public async Task A_reminder_is_read_as_it_was_written_also_with_a_period_of_months()
    {
        var id = Id("written");

        var etag = await Table.UpsertRow(Entry(id, "monthly", TimeSpan.FromDays(90)), Cancelled);

        var read = await Table.ReadRow(id, "monthly", Cancelled);
        Assert.Equal((id, s_start, TimeSpan.FromDays(90), etag), (read!.GrainId, read.StartAt, read.Period, read.ETag));
    }

    [Fact]
    public async Task A_reminder_that_was_registered_again_is_not_removed_by_its_old_version()
    {
        var id = Id("again");
        var old = await Table.UpsertRow(Entry(id, "daily", TimeSpan.FromDays(1)), Cancelled);
        var current = await Table.UpsertRow(Entry(id, "daily", TimeSpan.FromDays(2)), Cancelled);

        Assert.False(await Table.RemoveRow(id, "daily", old!, Cancelled));
        Assert.True(await Table.RemoveRow(id, "daily", current!, Cancelled));
        Assert.Null(await Table.ReadRow(id, "daily", Cancelled));
    }

    [Fact]
    public async Task The_ring_is_read_in_parts_without_gap_or_repeat()
    {
        var ids = Enumerable.Range(0, 40).Select(i => Id("ring-" + i)).ToList();
        foreach (var id in ids)
        {
            await Table.UpsertRow(Entry(id, "ring", TimeSpan.FromDays(1)), Cancelled);
        }

        uint[] cuts = [0, 0x40000000, 0x80000000, 0xC0000000];
        List<GrainId> seen = [];
        for (var i = 0; i < cuts.Length; i++)
        {
            var part = await Table.ReadRows(cuts[i], cuts[(i + 1) % cuts.Length], Cancelled);
            Assert.NotEmpty(part.Reminders);
            seen.AddRange(part.Reminders.Where(r => r.ReminderName == "ring").Select(r => r.GrainId));
        }

        Assert.Equal(ids.Order(), seen.Order());
        Assert.Equal(40, (await Table.ReadRows(0, 0, Cancelled)).Reminders.Count(r => r.ReminderName == "ring"));
    }

    private static GrainId Id(string key) => GrainId.Create("counter", "counter/" + key);

    private static ReminderEntry Entry(GrainId id, string name, TimeSpan period) =>
        new() { GrainId = id, ReminderName = name, StartAt = s_start, Period = period };
}
