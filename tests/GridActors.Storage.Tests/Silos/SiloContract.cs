using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Storage.Tests.Silos;

/// <summary>Orleans as a whole on our tables.</summary>
public abstract class SiloContract(TwoSilos silos)
{
    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_silos_on_one_database_form_a_cluster()
    {
        var hosts = await Grains(silos.First).GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true, Cancelled);

        Assert.Equal(2, hosts.Count);
    }

    [Fact]
    public async Task A_state_outlives_its_activation_and_starts_afresh_once_cleared()
    {
        const string Key = "counter/state";
        await Grains(silos.First).GetGrain<ICounterGrain>(Key).AddAsync(2);
        await Grains(silos.First).GetGrain<ICounterGrain>(Key).LeaveAsync();

        Assert.Equal(5, await Grains(silos.Second).GetGrain<ICounterGrain>(Key).AddAsync(3));

        await Grains(silos.Second).GetGrain<ICounterGrain>(Key).ForgetAsync();
        await Grains(silos.Second).GetGrain<ICounterGrain>(Key).LeaveAsync();

        Assert.Equal(1, await Grains(silos.First).GetGrain<ICounterGrain>(Key).AddAsync(1));
    }

    [Fact]
    public async Task Reminders_are_registered_listed_and_ended()
    {
        var grain = Grains(silos.First).GetGrain<ICounterGrain>("counter/reminders");
        await grain.RemindAsync("daily");
        await grain.RemindAsync("weekly");
        await grain.RemindAsync("daily");

        Assert.Equal(["daily", "weekly"], (await grain.ListRemindersAsync()).Order(StringComparer.Ordinal));

        await grain.StopRemindingAsync("daily");

        Assert.Equal(["weekly"], await grain.ListRemindersAsync());
    }

    protected static IGrainFactory Grains(IServiceProvider silo) => silo.GetRequiredService<IGrainFactory>();
}
