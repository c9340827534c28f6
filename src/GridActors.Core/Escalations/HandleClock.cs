using System.Collections.Immutable;
using GridActors.Core.Departments;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Escalations;

/// <summary>The handle clock of an accepted incident: what is left of it, and when each step of the ladder comes (DOMAIN 6, 7).</summary>
internal static class HandleClock
{
    public static ClockRun RunOf(Incident incident, IncidentContext context) =>
        incident.Run ?? new ClockRun(incident.AcceptedAt!.Value, LimitOf(incident, context));

    /// <summary>As it runs on from an instant with so much time left.</summary>
    public static (ClockRun Run, Deadline Due, NextDeadline Next) From(
        Incident incident, DateTimeOffset since, TimeSpan left, int extensions, IncidentContext context)
    {
        var run = new ClockRun(since, left);
        var due = DueOf(incident, run, context);
        return (run, due, FirstStep(incident, run, due, extensions, context));
    }

    public static Deadline DueOf(Incident incident, ClockRun run, IncidentContext context) =>
        context.Calendar.AddRunning(run.Since, run.Left, incident.Item.HandleLimit.Unit);

    /// <summary>When a number of further shares of the limit are used up beyond the deadline.</summary>
    public static DateTimeOffset StepAt(Incident incident, int steps, IncidentContext context)
    {
        var run = RunOf(incident, context);
        var beyond = LimitOf(incident, context) / 100 * (steps * context.Policy.SupervisionStepPercent);
        return context.Calendar.AddRunning(run.Since, run.Left + beyond, incident.Item.HandleLimit.Unit).At;
    }

    /// <summary>The step that it waits for, computed anew.</summary>
    public static NextDeadline NextStep(Incident incident, Deadline due, IncidentContext context) => incident.Deadline!.Kind switch
    {
        DeadlineKind.HandleReminder => FirstStep(incident, RunOf(incident, context), due, incident.Extensions, context),
        DeadlineKind.Handle => new NextDeadline(DeadlineKind.Handle, due.At),
        _ => new NextDeadline(DeadlineKind.Supervision, StepAt(incident, incident.OverdueSteps, context)),
    };

    /// <summary>Running time that is left of a limit; zero once it is used up.</summary>
    public static TimeSpan LeftOf(Incident incident, Deadline due, IncidentContext context, DateTimeOffset now) =>
        context.Calendar.Elapsed(now, due.At, incident.Item.HandleLimit.Unit);

    /// <summary>The full limit, in the hours of the season that it was accepted in.</summary>
    public static TimeSpan LimitOf(Incident incident, IncidentContext context) =>
        context.Calendar.RunningTime(incident.AcceptedAt!.Value, incident.Item.HandleLimit);

    /// <summary>Clocks of departments that run on from an instant, each with what it had left and something added.</summary>
    public static ImmutableArray<TaskClock> TasksFrom(
        Incident incident, DateTimeOffset since, TimeSpan added, IncidentContext context) =>
    [
        .. incident.OpenTasks.Select(t =>
        {
            var left = added + (t.Due is { } due ? LeftOf(incident, due, context, since) : t.Run.Left);
            var run = new ClockRun(since, left);
            return new TaskClock(t.Department, run, DueOf(incident, run, context));
        }),
    ];

    /// <summary>The handler's reminder, or the deadline itself where the share of the reminder is used up already.</summary>
    private static NextDeadline FirstStep(Incident incident, ClockRun run, Deadline due, int extensions, IncidentContext context)
    {
        var afterReminder = LimitOf(incident, context) / 100 * ((1 + extensions) * (100 - context.Policy.HandlerReminderPercent));
        return run.Left > afterReminder
            ? new NextDeadline(DeadlineKind.HandleReminder, context.Calendar.AddRunning(run.Since, run.Left - afterReminder, incident.Item.HandleLimit.Unit).At)
            : new NextDeadline(DeadlineKind.Handle, due.At);
    }
}
