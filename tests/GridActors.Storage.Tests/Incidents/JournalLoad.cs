using System.Collections.Concurrent;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Tests.Incidents;

/// <summary>
/// Callers that lead incidents from report to close as grains do: where the outcome of an append is unknown they read
/// before they go on. Something is done to the database in between.
/// </summary>
internal sealed class JournalLoad(IIncidentJournal journal, int callers, int incidents)
{
    private static readonly IncidentCommand[] s_life = [new AcceptIncident(), new SubmitResult("修好了"), new CheckResult(Passed: true, "")];

    private readonly ConcurrentDictionary<IncidentId, Incident> _acknowledged = new();
    private int _appends;
    private int _interruptions;

    /// <summary>How many appends ended with an unknown outcome.</summary>
    public int Interruptions => _interruptions;

    /// <param name="every">How many acknowledged appends lie between two disturbances.</param>
    public Task RunAsync(int every, Func<Task> disturbAsync, CancellationToken ct) => Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(
        async () =>
        {
            for (var i = 0; i < incidents; i++)
            {
                var incident = await AppendAsync(Sample.Report(), every, disturbAsync, ct);
                foreach (var command in s_life)
                {
                    incident = await AppendAsync(Sample.Then(incident, command, incident.ChangedAt.AddMinutes(1)), every, disturbAsync, ct);
                }
            }
        },
        ct)));

    public async Task AssertNothingLostOrDoubledAsync(CancellationToken ct)
    {
        Assert.Equal(callers * incidents, _acknowledged.Count);
        foreach (var (id, state) in _acknowledged)
        {
            var stored = await journal.FindAsync(id, ct);
            var events = await journal.ReadEventsAsync(id, ct);
            Assert.Equal(IncidentFormat.Write(state), IncidentFormat.Write(stored!));
            Assert.Equal(state.Version, events.Length);
            Assert.Equal(IncidentFormat.Write(state), IncidentFormat.Write(events.Aggregate((Incident?)null, IncidentEvolution.Evolve)!));
        }
    }

    private async Task<Incident> AppendAsync(IncidentAppend append, int every, Func<Task> disturbAsync, CancellationToken ct)
    {
        while (!await TryAppendAsync(append, ct))
        {
            Interlocked.Increment(ref _interruptions);
        }

        _acknowledged[append.State.Id] = append.State;
        if (Interlocked.Increment(ref _appends) % every == 0)
        {
            await disturbAsync();
        }

        return append.State;
    }

    /// <returns>Whether the append is known to be written, by its acknowledgement or by reading again.</returns>
    private async Task<bool> TryAppendAsync(IncidentAppend append, CancellationToken ct)
    {
        try
        {
            return await journal.AppendAsync(append, ct) == AppendResult.Appended
                || (await journal.FindAsync(append.State.Id, ct))?.Version == append.State.Version;
        }
        catch (JournalUnavailableException)
        {
            return false;
        }
    }
}
