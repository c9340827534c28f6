
namespace GridActors.Storage.Tests.Silos;

public sealed class CounterGrain([PersistentState("counter", TwoSilos.StorageName)] IPersistentState<Counter> counter)
    : Grain, ICounterGrain, IRemindable
{
    public async Task<int> AddAsync(int number)
    {
        counter.State.Value += number;
        await counter.WriteStateAsync();
        return counter.State.Value;
    }

    public Task ForgetAsync() => counter.ClearStateAsync();

    public Task RemindAsync(string name) => this.RegisterOrUpdateReminder(name, TimeSpan.FromHours(1), TimeSpan.FromHours(2));

    public async Task<string[]> ListRemindersAsync() => [.. (await this.GetReminders()).Select(r => r.ReminderName)];

    public async Task StopRemindingAsync(string name) => await this.UnregisterReminder((await this.GetReminder(name))!);

    public Task LeaveAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;
}

[GenerateSerializer, Alias("storage-tests.counter-state")]
public sealed class Counter
{
    [Id(0)]
    public int Value { get; set; }
}
