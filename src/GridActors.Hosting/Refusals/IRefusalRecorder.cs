using GridActors.Storage.Refusals;

namespace GridActors.Hosting.Refusals;

/// <summary>Takes refusals down for the record (Art. 15) without holding up the answer to the requester.</summary>
public interface IRefusalRecorder
{
    /// <summary>
    /// Returns when the refusal is durable, or after a second where the store is busy or gone: then it waits in memory and is
    /// tried again. One that finds the queue full, or is still waiting when the process ends, goes to the log as an error.
    /// </summary>
    Task RecordAsync(RefusedReport report);
}
