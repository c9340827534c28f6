
namespace GridActors.Grains;

/// <summary>The grain storage of the reference actors. Every state there has its own name, because the AdoNet provider does not look at the grain's type (ADR 0004).</summary>
public static class ReferenceStorage
{
    public const string Name = "reference";

    /// <summary>Writes a new state and answers true. Where the write fails, what is in memory is what is stored.</summary>
    internal static async Task<bool> SaveAsync<TState>(this IPersistentState<TState> state, TState next, CancellationToken ct)
    {
        var before = state.State;
        state.State = next;
        try
        {
            await state.WriteStateAsync(ct);
            return true;
        }
        catch
        {
            state.State = before;
            throw;
        }
    }
}
