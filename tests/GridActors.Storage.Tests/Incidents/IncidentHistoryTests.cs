using CsCheck;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Tests.Incidents;

public sealed class IncidentHistoryTests : IAsyncDisposable
{
    private static readonly Gen<Func<Incident, IncidentCommand>> s_command = Gen.OneOf<Func<Incident, IncidentCommand>>(
        _ => new AcceptIncident(),
        _ => new ForwardIncident("beyond us"),
        i => new SendDownIncident(i.Holder.Tier - 1),
        _ => new AssignWorker(Sample.Worker),
        _ => new StartHandling(Actor.Of(Sample.Worker)),
        _ => new SubmitResult("done"),
        _ => new CheckResult(Passed: false, "not done"),
        i => new DeadlineReached(i.NextDeadline?.DueAt ?? i.ReportedAt),
        i => new DeadlineReached(i.NextDeadline?.DueAt ?? i.ReportedAt),
        i => new DeadlineReached(i.NextDeadline?.DueAt ?? i.ReportedAt));

    private static readonly Gen<Func<Incident, IncidentCommand>> s_end = Gen.OneOf<Func<Incident, IncidentCommand>>(
        _ => new HandleOnSpot(Sample.Worker, "done"),
        _ => new CheckResult(Passed: true, ""),
        _ => new CloseIncident(IncidentOutcome.Resolved),
        _ => new VoidIncident("twice"));

    private static readonly Gen<(string Item, (Func<Incident, IncidentCommand> Command, int Minutes)[] Steps)> s_life = Gen.Select(
        Gen.OneOf(Sample.BurstMain, Sample.Pothole),
        Gen.Select(Gen.Frequency<Func<Incident, IncidentCommand>>((9, s_command), (1, s_end)), Gen.Int[0, 3_000]).Array[0, 25]);

    private readonly SqliteStorageUnderTest _storage = new();

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task Replaying_the_stored_events_gives_the_stored_state()
    {
        await s_life.SampleAsync(
            async life =>
            {
                var lived = await LiveAsync(life.Item, life.Steps);

                var stored = await _storage.Journal.FindAsync(lived.Id, CancellationToken.None);
                var events = await _storage.Journal.ReadEventsAsync(lived.Id, CancellationToken.None);
                var replayed = IncidentEvolution.Replay(events);

                Assert.Equal(lived.Version, events.Length);
                Assert.Equal(IncidentFormat.Write(lived), IncidentFormat.Write(stored!));
                Assert.Equal(IncidentFormat.Write(lived), IncidentFormat.Write(replayed!));
            },
            iter: 300);
    }

    private async Task<Incident> LiveAsync(string item, (Func<Incident, IncidentCommand> Command, int Minutes)[] steps)
    {
        var now = Sample.Monday;
        var incident = await _storage.Journal.StoreAsync(Sample.Report(now, item: item));
        foreach (var (command, minutes) in steps)
        {
            now = now.AddMinutes(minutes);
            if (Sample.Decide(incident, command(incident), now) is { } append)
            {
                incident = await _storage.Journal.StoreAsync(append);
            }
        }

        return incident;
    }
}
