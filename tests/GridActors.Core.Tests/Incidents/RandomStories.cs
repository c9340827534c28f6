using CsCheck;
using GridActors.Core.Catalogue;
using GridActors.Core.Contacts;
using GridActors.Core.Departments;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Core.Tests.WorkingTime;
using GridActors.Core.Workers;
using GridActors.Core.WorkingTime;
using GridCode = GridActors.Core.Grids.GridCode;
using static GridActors.Core.Tests.Incidents.Story;

namespace GridActors.Core.Tests.Incidents;

/// <summary>Random lives of incidents: any item and place, any command by anybody at any time, posts falling vacant, the clock firing late.</summary>
internal static class RandomStories
{
    private static readonly IncidentId _another = new(new Guid("01890a5d-ac96-774b-bcce-b302099a8058"));

    private static readonly GridCode[] _grids = [GridCode.Parse("652301001001001"), GridCode.Parse("652301001002001"), GridCode.Parse("652301002001001")];

    private static readonly Gen<Limit> _limits = Gen.Select(Gen.Int[1, 5], Gen.Enum<LimitUnit>())
        .Select((value, unit) => new Limit(unit == LimitUnit.Minute ? value * 15 : value, unit));

    /// <summary>A fifth of each, and a half, is whole half minutes on any calendar of <see cref="RandomCalendars"/>.</summary>
    private static readonly Gen<Limit> _anyLimits = Gen.OneOf(
        Gen.Int[1, 48].Select(v => new Limit(v * 5, LimitUnit.Minute)),
        Gen.Int[1, 30].Select(v => new Limit(v, LimitUnit.UrgentHour)),
        Gen.Int[1, 4].Select(v => new Limit(v, LimitUnit.NaturalDay)),
        Gen.Int[1, 20].Select(v => new Limit(v, LimitUnit.WorkHour)),
        Gen.Int[1, 5].Select(v => new Limit(v, LimitUnit.WorkDay)));

    private static readonly Gen<Actor?> _actors = Gen.Frequency(
        (4, Gen.Const((Actor?)null)),
        (3, OneOf(Story.Grid, Village, Township, County, Prefecture).Select(p => (Actor?)By(p))),
        (2, OneOf(Wang, Li).Select(w => (Actor?)By(w))),
        (1, OneOf<Actor?>(Actor.Requester, Actor.Clock)));

    private static readonly Gen<string> _texts = Gen.Frequency((5, Gen.Const("Because")), (1, Gen.Const(" ")));

    private static readonly Gen<DepartmentCode> _departments = OneOf(Water, Housing, Fire);

    private static readonly Gen<IncidentCommand> _handling = Gen.Select(Gen.Int[0, 10], _actors, _texts, Gen.Enum<Tier>(), OneOf(Wang, Li))
        .Select((kind, by, text, tier, worker) => (IncidentCommand)(kind switch
        {
            0 => new AcceptIncident(by),
            1 => new ForwardIncident(text, by, tier == Tier.County ? tier : null),
            2 => new SendDownIncident(tier, by),
            3 => new AssignWorker(worker, by),
            4 => new StartHandling(by),
            5 => new SubmitResult(text, by),
            6 => new CheckResult(tier < Tier.County, text, by),
            7 => new HandleOnSpot(worker, text),
            8 => new RefileIncident(new ReportedPlace([.. _grids.Take(1 + ((int)tier % 3))], _grids[0].Village.AncestorAt(DivisionLevel.County)!.Value, null), _grids[0].Village, 1),
            9 => new HandOverIncident(worker, worker == Wang ? Li : Wang, text),
            _ => new CalendarPublished(),
        }));

    private static readonly Gen<IncidentCommand> _dispatching = Gen.Select(Gen.Int[0, 4], _actors, _texts, _departments, _departments)
        .Select((kind, by, text, department, other) => (IncidentCommand)(kind switch
        {
            0 => new DispatchIncident(department, [other], by),
            1 => new DispatchIncident(department, [], by),
            2 => new AcceptTask(department),
            3 => new ReturnTask(department, text),
            _ => new SubmitTaskResult(department, text),
        }));

    private static readonly Gen<Func<Story, IncidentCommand>> _control = Gen.Select(Gen.Int[0, 6], _actors, _texts, Gen.Bool, Gen.Int[-1, 5])
        .Select((kind, by, text, isGranted, days) => (Func<Story, IncidentCommand>)(s => kind switch
        {
            0 => new AskExtension(text, by),
            1 => new DecideExtension(isGranted, text, by),
            2 => new AskSuspension(s.Now.AddDays(days), text, by),
            3 => new DecideSuspension(isGranted, text, by),
            4 => new ResumeIncident(by),
            5 => new UrgeIncident(text, by),
            _ => new SuperviseIncident(by),
        }));

    private static readonly Gen<Func<Story, IncidentCommand>> _ending = Gen.Select(Gen.Int[0, 11], _actors, _texts, Gen.Int[0, 6])
        .Select((kind, by, text, number) => (Func<Story, IncidentCommand>)(s => kind switch
        {
            0 => new CloseIncident(IncidentOutcome.Unfounded, by),
            1 when number == 0 => new VoidIncident(text, by),
            2 => new RateIncident(s.Incident.TrackingCode, number, text),
            3 => new ReopenIncident(s.Incident.TrackingCode, text),
            4 when number == 0 => new MergeIncident(_another, by),
            5 => new UnmergeIncident(by),
            6 => new JoinReporter(_another, TrackingCode.FromBits(7), by),
            7 => new LeaveReporter(_another, by),
            8 => new RateIncident(TrackingCode.FromBits(9), number, text),
            9 => new AddRequesterNote(s.Incident.TrackingCode, text),
            10 => new ShowContact(text, by),
            _ => new AddNote(text, by),
        }));

    private static readonly Gen<Func<Story, IncidentCommand>> _commands = Gen.Frequency(
        (5, _handling.Select(c => (Func<Story, IncidentCommand>)(_ => c))),
        (4, _dispatching.Select(c => (Func<Story, IncidentCommand>)(_ => c))),
        (4, _control),
        (2, _ending));

    private static readonly Gen<Action<Story>> _steps = Gen.Frequency(
        (8, Gen.Select(Gen.Int[0, 90], _commands).Select((minutes, command) => (Action<Story>)(s => s.After(TimeSpan.FromMinutes(minutes)).Try(command(s))))),
        (4, Gen.Int[1, 3].Select(late => (Action<Story>)(s => FireClock(s, late)))),
        (1, Gen.Enum<Tier>().Select(tier => (Action<Story>)(s => s.Vacant(tier)))),
        (1, Gen.Enum<Tier>().Select(tier => (Action<Story>)(s => s.Staffed(tier)))));

    /// <summary>Nobody does anything, not even the clock, which comes round late.</summary>
    private static readonly Gen<Action<Story>> _silence = Gen.Int[1, 6 * 1440].Select(minutes => (Action<Story>)(s => s.After(TimeSpan.FromMinutes(minutes))));

    /// <summary>Everybody wants it suspended.</summary>
    private static readonly Gen<Action<Story>> _pause = Gen.Int[1, 3 * 1440].Select(minutes => (Action<Story>)(s =>
        s.Try(new AcceptIncident()).Try(new AskSuspension(s.Now.AddMinutes(minutes), "Because")).Try(new DecideSuspension(true, ""))));

    private static readonly Gen<Action<Story>> _publication = Gen.Const((Action<Story>)(s => s.Calendar = Calendars.Of2025And2026));

    /// <summary>A reported incident, and what happens to it next, always on whole half minutes. Some begin on the last days of the published calendar.</summary>
    public static Gen<(Func<Story> Begin, Action<Story>[] Steps)> Plots { get; } = PlotsOf(_limits, Gen.Frequency((14, _steps), (1, _publication)), "2025-03-03 11:00", "2025-12-31 18:30");

    /// <summary>As <see cref="Plots"/>, on one calendar from beginning to end.</summary>
    public static Gen<(Func<Story> Begin, Action<Story>[] Steps)> PlotsOnOneCalendar { get; } = PlotsOf(_limits, _steps, "2025-03-03 11:00", "2025-04-30 09:15");

    /// <summary>As <see cref="Plots"/>, with any limits, on any calendar, and with more pauses, and with silences of up to six days in which deadlines pass unseen.</summary>
    public static Gen<(Func<WorkingCalendar, Story> Begin, Action<Story>[] Steps)> PlotsOnAnyCalendar { get; } =
        TalesOf(_anyLimits, Gen.Frequency((14, _steps), (1, _pause), (2, _silence)), "2025-03-03 11:00", "2025-04-30 09:15", "2025-12-31 18:30", "2026-02-13 23:59");

    private static Gen<CatalogueItem> ItemsOf(Gen<Limit> limits) => Gen.Select(Gen.Enum<Tier>(), limits, limits, OneOf("0101", "0501", "1101", "1201"), Gen.Int[0, 4])
        .Select((tier, accept, handle, code, severity) => ItemOf(tier, accept, handle, code, severity == 0 ? Severity.S1 : Severity.S2));

    private static Gen<(Func<Story> Begin, Action<Story>[] Steps)> PlotsOf(Gen<Limit> limits, Gen<Action<Story>> steps, params string[] starts) =>
        TalesOf(limits, steps, starts).Select(tale => ((Func<Story>)(() => tale.Begin(Calendars.Of2025)), tale.Steps));

    private static Gen<(Func<WorkingCalendar, Story> Begin, Action<Story>[] Steps)> TalesOf(Gen<Limit> limits, Gen<Action<Story>> steps, params string[] starts) =>
        Gen.Select(ItemsOf(limits), Gen.Int[0, 3], OneOf(starts), OneOf<WorkerRole?>(null, WorkerRole.Head, WorkerRole.PartTime), steps.Array[0, 50])
            .Select((item, grids, start, role, story) => ((Func<WorkingCalendar, Story>)(calendar => Begin(item, grids, start, role, calendar)), story));

    /// <summary>A reported incident, and commands to it.</summary>
    public static Gen<(Func<Story> Begin, Func<Story, IncidentCommand>[] Commands)> KeyedPlots { get; } = Gen.Select(ItemsOf(_limits), Gen.Int[0, 3], _commands.Array[0, 50])
        .Select((item, grids, commands) => ((Func<Story>)(() => Begin(item, grids, "2025-03-03 11:00", null, Calendars.Of2025)), commands));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Story Begin(CatalogueItem item, int grids, string start, WorkerRole? role, WorkingCalendar calendar)
    {
        var story = new Story { Item = item, Grids = [.. _grids.Take(grids)], ReporterRole = role, Calendar = calendar }.At(start);
        return story.Do(story.Report(item: item.Code.ToString()));
    }

    private static void FireClock(Story story, int late)
    {
        if (story.Incident.NextDeadline is { } deadline)
        {
            var due = deadline.DueAt.AddMinutes(late);
            story.At(due > story.Now ? due : story.Now).ClockFires();
        }
    }
}
