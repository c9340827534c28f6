using System.Collections.Immutable;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Grains;
using GridActors.Grains.Escalations;
using GridActors.Hosting.Imports;
using GridActors.Hosting.Incidents;
using GridActors.Storage.Escalations;
using GridActors.Storage.Incidents;

namespace GridActors.Cli.Simulations;

/// <summary>
/// Lives through the reports in their own time: moves the clock to whatever comes next, an act or a millisecond after a
/// deadline, and lets the actors do the rest. An act at the very instant of a deadline comes first and is in time.
/// </summary>
internal sealed class Simulation(
    IGrainFactory grains, IIncidentJournal journal, IDeadlineQueue deadlines, DeadlineSweep sweep, SimulationClock clock, RegionSnapshot region, ImportProblems problems)
{
    /// <summary>Stands for whoever did the work where a grid has no worker on its roster.</summary>
    private static readonly WorkerId Unrostered = WorkerId.Parse("unrostered");

    private readonly Dictionary<IncidentId, DateTimeOffset> _acceptDues = [];
    private readonly Dictionary<GridCode, WorkerId> _workers = [];
    private DateTimeOffset _nextDue = DateTimeOffset.MaxValue - DeadlineSweep.JustAfter;

    public int DeadlinesFired { get; private set; }

    /// <summary>Carries out every act in order and fires every deadline until the end.</summary>
    /// <returns>What was routed, in the order of the rows.</returns>
    public async Task<ImmutableArray<SimulatedIncident>> RunAsync(
        ImmutableArray<SimulatedReport> reports, ImmutableArray<SimulationAct> acts, DateTimeOffset until, IProgress<int> progress, CancellationToken ct)
    {
        for (var next = 0; ;)
        {
            var at = next < acts.Length && acts[next].At < _nextDue + DeadlineSweep.JustAfter ? acts[next].At : _nextDue + DeadlineSweep.JustAfter;
            if (at > until)
            {
                break;
            }

            clock.AdvanceTo(at);
            if (_nextDue < at)
            {
                await FireAsync(ct);
            }

            while (next < acts.Length && acts[next].At == at)
            {
                await ActAsync(acts[next++], ct);
                progress.Report(next);
            }
        }

        clock.AdvanceTo(until);
        return await ReadAsync(reports, until, ct);
    }

    private async Task FireAsync(CancellationToken ct)
    {
        var fired = await sweep.FireDueAsync(ClockSlots.All, ct);
        DeadlinesFired += fired.Fired;
        _nextDue = await deadlines.NextDueAsync(ClockSlots.All, DateTimeOffset.MinValue, ct) ?? DateTimeOffset.MaxValue - DeadlineSweep.JustAfter;
        if (_nextDue < clock.GetUtcNow())
        {
            throw new InvalidOperationException($"The deadline at {_nextDue:O} cannot be fired; the error above says why.");
        }
    }

    private async Task ActAsync(SimulationAct act, CancellationToken ct)
    {
        if (act.Step == SimulationStep.Report)
        {
            await ReportAsync(act.Report, ct);
        }
        else if (_acceptDues.ContainsKey(act.Report.Id))
        {
            await ExecuteAsync(act.Report, await CommandOfAsync(act, ct), ct);
        }
    }

    private async Task ReportAsync(SimulatedReport report, CancellationToken ct)
    {
        if (!ReportIntake.TryPrepare(report.Request, report.Id, region, about: null, out var command, out var found))
        {
            foreach (var problem in found)
            {
                problems.Refuse(report.Row, problem.Code, problem.Message);
            }

            return;
        }

        if (command.Place.Grid is null)
        {
            problems.Warn(report.Row, "place_unmatched", $"No grid contains the place; it goes to the unmatched queue of {command.Place.County}.");
        }

        var reply = await grains.GetIncident(report.Id).ExecuteAsync(command, ifVersion: null, ct);
        if (reply is { Refusal: null, Incident: { } incident })
        {
            _acceptDues.Add(report.Id, incident.AcceptDue.At);
            Watch(incident);
        }
        else
        {
            problems.Refuse(report.Row, ImportWords.TextOf(reply.Refusal!.Value), $"The rules refuse the report: item {report.Request.ItemCode}.");
        }
    }

    private async Task<IncidentCommand> CommandOfAsync(SimulationAct act, CancellationToken ct) => act.Step switch
    {
        SimulationStep.Accept => new AcceptIncident(),
        SimulationStep.SubmitResult => new SubmitResult("Done.", Actor.Of(await WorkerOfAsync(act.Report, ct))),
        SimulationStep.Check => new CheckResult(Passed: true, Reason: ""),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act.Step, null),
    };

    /// <exception cref="InvalidOperationException">The rules refuse an act that cannot be refused: a defect.</exception>
    private async Task ExecuteAsync(SimulatedReport report, IncidentCommand command, CancellationToken ct)
    {
        var reply = await grains.GetIncident(report.Id).ExecuteAsync(command, ifVersion: null, ct);
        if (reply.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"Row {report.Row}: {command.GetType().Name} was refused as {refusal}.");
        }

        Watch(reply.Incident!);
    }

    private void Watch(Incident incident) =>
        _nextDue = incident.NextDeadline is { } deadline && deadline.DueAt < _nextDue ? deadline.DueAt : _nextDue;

    /// <summary>The head of the incident's grid, or else any worker on its roster.</summary>
    private async Task<WorkerId> WorkerOfAsync(SimulatedReport report, CancellationToken ct)
    {
        if ((await journal.FindAsync(report.Id, ct))?.Place.Grid is not { } grid)
        {
            return Unrostered;
        }

        if (!_workers.TryGetValue(grid, out var worker))
        {
            var roster = (await grains.GetGrid(grid).GetAsync(ct))?.Roster ?? [];
            worker = roster.OrderByDescending(d => d.Role == WorkerRole.Head).Select(d => d.WorkerId).DefaultIfEmpty(Unrostered).First();
            _workers.Add(grid, worker);
        }

        return worker;
    }

    private async Task<ImmutableArray<SimulatedIncident>> ReadAsync(ImmutableArray<SimulatedReport> reports, DateTimeOffset until, CancellationToken ct)
    {
        var routed = ImmutableArray.CreateBuilder<SimulatedIncident>();
        foreach (var report in reports.Where(r => _acceptDues.ContainsKey(r.Id)))
        {
            var incident = await journal.FindAsync(report.Id, ct) ?? throw new InvalidOperationException($"Row {report.Row}: the journal has lost the incident.");
            routed.Add(new SimulatedIncident(
                report, _acceptDues[report.Id], incident, region.CalendarOf(incident.Place.County).UtcOffset, incident.IsOverdueAt(until)));
        }

        return routed.ToImmutable();
    }
}
