namespace GridActors.Storage.Tests.Silos;

/// <summary>A grain with a state and reminders.</summary>
[Alias("storage-tests.counter")]
public interface ICounterGrain : IGrainWithStringKey
{
    /// <returns>The new value.</returns>
    [Alias("add")]
    Task<int> AddAsync(int number);

    [Alias("forget")]
    Task ForgetAsync();

    [Alias("remind")]
    Task RemindAsync(string name);

    [Alias("list-reminders")]
    Task<string[]> ListRemindersAsync();

    [Alias("stop-reminding")]
    Task StopRemindingAsync(string name);

    /// <summary>The next call finds a fresh activation.</summary>
    [Alias("leave")]
    Task LeaveAsync();
}
