using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Storage.Tests.Silos;

/// <summary>Our statements for membership, called through the provider itself, on rows of silos that do not run.</summary>
public abstract class MembershipContract(TwoSilos silos) : IAsyncLifetime
{
    private static readonly DateTime s_start = new(2025, 3, 3, 3, 0, 0, 120, DateTimeKind.Utc);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private IMembershipTable Table => silos.First.GetRequiredService<IMembershipTable>();

    public ValueTask InitializeAsync() => silos.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await silos.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_row_is_inserted_once_and_raises_the_version()
    {
        var before = (await Table.ReadAllAsync(Cancelled)).Version;
        var entry = Entry(1, SiloStatus.Joining);

        Assert.True(await Table.InsertRowAsync(entry, before.Next(), Cancelled));
        Assert.False(await Table.InsertRowAsync(Entry(2, SiloStatus.Joining), before.Next(), Cancelled));
        var after = await Table.ReadRowAsync(entry.SiloAddress, Cancelled);
        Assert.False(await Table.InsertRowAsync(entry, after.Version.Next(), Cancelled));

        Assert.Equal(before.Version + 1, after.Version.Version);
        var stored = Assert.Single(after.Members).Item1;
        Assert.Equal((entry.SiloName, entry.HostName, entry.Status, entry.ProxyPort), (stored.SiloName, stored.HostName, stored.Status, stored.ProxyPort));
        Assert.Equal((s_start, s_start), (stored.StartTime, stored.IAmAliveTime));
    }

    [Fact]
    public async Task A_row_changes_only_on_the_version_that_was_read()
    {
        var entry = Entry(1, SiloStatus.Joining);
        var before = (await Table.ReadAllAsync(Cancelled)).Version;
        await Table.InsertRowAsync(entry, before.Next(), Cancelled);
        var (row, etag) = Assert.Single((await Table.ReadRowAsync(entry.SiloAddress, Cancelled)).Members);
        row.Status = SiloStatus.Dead;
        row.AddOrUpdateSuspector(entry.SiloAddress, s_start, 10);

        Assert.False(await Table.UpdateRowAsync(row, etag, before.Next(), Cancelled));
        var read = await Table.ReadRowAsync(entry.SiloAddress, Cancelled);
        Assert.True(await Table.UpdateRowAsync(row, etag, read.Version.Next(), Cancelled));

        var changed = await Table.ReadRowAsync(entry.SiloAddress, Cancelled);
        Assert.Equal(read.Version.Version + 1, changed.Version.Version);
        Assert.Equal(SiloStatus.Dead, changed.Members[0].Item1.Status);
        Assert.Single(changed.Members[0].Item1.SuspectTimes!);
    }

    [Fact]
    public async Task A_sign_of_life_leaves_the_version_alone()
    {
        var entry = Entry(1, SiloStatus.Joining);
        await Table.InsertRowAsync(entry, (await Table.ReadAllAsync(Cancelled)).Version.Next(), Cancelled);
        var before = await Table.ReadRowAsync(entry.SiloAddress, Cancelled);
        entry.IAmAliveTime = s_start.AddMinutes(1);

        await Table.UpdateIAmAliveAsync(entry, Cancelled);

        var after = await Table.ReadRowAsync(entry.SiloAddress, Cancelled);
        Assert.Equal(before.Version.Version, after.Version.Version);
        Assert.Equal(s_start.AddMinutes(1), after.Members[0].Item1.IAmAliveTime);
    }

    [Fact]
    public async Task Cleaning_up_removes_the_long_dead_only()
    {
        var (dead, late) = (Entry(1, SiloStatus.Dead), Entry(2, SiloStatus.ShuttingDown));
        await Table.InsertRowAsync(dead, (await Table.ReadAllAsync(Cancelled)).Version.Next(), Cancelled);
        await Table.InsertRowAsync(late, (await Table.ReadAllAsync(Cancelled)).Version.Next(), Cancelled);

        await Table.CleanupDefunctSiloEntriesAsync(s_start, Cancelled);
        Assert.Single((await Table.ReadRowAsync(dead.SiloAddress, Cancelled)).Members);
        await Table.CleanupDefunctSiloEntriesAsync(s_start.AddMilliseconds(1), Cancelled);

        Assert.Empty((await Table.ReadRowAsync(dead.SiloAddress, Cancelled)).Members);
        Assert.Single((await Table.ReadRowAsync(late.SiloAddress, Cancelled)).Members);
    }

    private static MembershipEntry Entry(int generation, SiloStatus status) => new()
    {
        SiloAddress = SiloAddress.New(IPAddress.Loopback, 9, generation),
        SiloName = "silo",
        HostName = "host",
        Status = status,
        ProxyPort = 0,
        StartTime = s_start,
        IAmAliveTime = s_start,
    };
}
