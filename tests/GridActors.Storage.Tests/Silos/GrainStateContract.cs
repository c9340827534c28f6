using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace GridActors.Storage.Tests.Silos;

/// <summary>Our statements for grain state, called through the provider itself.</summary>
public abstract class GrainStateContract(TwoSilos silos)
{
    private IGrainStorage First => silos.First.GetRequiredKeyedService<IGrainStorage>(TwoSilos.StorageName);

    private IGrainStorage Second => silos.Second.GetRequiredKeyedService<IGrainStorage>(TwoSilos.StorageName);

    [Fact]
    public async Task What_one_silo_wrote_the_other_reads()
    {
        var written = await WriteAsync("written", 7);

        var read = await ReadAsync("written");

        Assert.True(read.RecordExists);
        Assert.Equal((7, written.ETag), (read.State!.Value, read.ETag));
    }

    [Fact]
    public async Task A_state_that_was_never_written_is_new()
    {
        var read = await ReadAsync("unknown");

        Assert.False(read.RecordExists);
        Assert.Null(read.ETag);
        Assert.Equal(0, read.State!.Value);
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_changes_nothing()
    {
        await WriteAsync("stale", 1);
        var stale = await ReadAsync("stale");
        var current = await ReadAsync("stale");
        current.State!.Value = 2;
        await First.WriteStateAsync("counter", Id("stale"), current);

        await Assert.ThrowsAsync<InconsistentStateException>(() => Second.WriteStateAsync("counter", Id("stale"), stale));
        await Assert.ThrowsAsync<InconsistentStateException>(() => Second.ClearStateAsync("counter", Id("stale"), stale));

        Assert.Equal(2, (await ReadAsync("stale")).State!.Value);
    }

    [Fact]
    public async Task Of_two_first_writers_one_is_refused()
    {
        await WriteAsync("twice", 1);

        await Assert.ThrowsAsync<InconsistentStateException>(() => WriteAsync("twice", 2));

        Assert.Equal(1, (await ReadAsync("twice")).State!.Value);
    }

    [Fact]
    public async Task A_cleared_state_keeps_counting_its_versions()
    {
        var state = await WriteAsync("cleared", 1);
        await First.ClearStateAsync("counter", Id("cleared"), state);

        var read = await ReadAsync("cleared");

        Assert.False(read.RecordExists);
        Assert.Equal((0, "2"), (read.State!.Value, read.ETag));
        await First.WriteStateAsync("counter", Id("cleared"), read);
        Assert.Equal("3", read.ETag);
    }

    [Fact]
    public async Task States_of_other_names_and_keys_are_apart()
    {
        await WriteAsync("apart", 1);
        await First.WriteStateAsync("other", Id("apart"), new GrainState<Counter>(new Counter { Value = 2 }));
        await WriteAsync("Apart", 3);

        Assert.Equal(1, (await ReadAsync("apart")).State!.Value);
    }

    private static GrainId Id(string key) => GrainId.Create("counter", "counter/" + key);

    private async Task<GrainState<Counter>> WriteAsync(string key, int value)
    {
        var state = new GrainState<Counter>(new Counter { Value = value });
        await First.WriteStateAsync("counter", Id(key), state);
        return state;
    }

    private async Task<GrainState<Counter>> ReadAsync(string key)
    {
        var state = new GrainState<Counter>(new Counter());
        await Second.ReadStateAsync("counter", Id(key), state);
        return state;
    }
}
