using CsCheck;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Core.Tests.WorkingTime;
using GridActors.Core.WorkingTime;
using GridCode = GridActors.Core.Grids.GridCode;
using static GridActors.Core.Tests.Incidents.Story;

namespace GridActors.Core.Tests.Incidents;

/// <summary>Random lives of incidents: any item and place, any command by anybody at any time, posts falling vacant, the clock firing in time or late.</summary>
internal static class RandomStories
{
    private static readonly GridCode[] _grids = [GridCode.Parse("652301001001001"), GridCode.Parse("652301001002001"), GridCode.Parse("652301002001001")];

    private static readonly Gen<Limit> _limits = Gen.Select(Gen.Int[1, 5], Gen.Enum<LimitUnit>())
        .Select((value, unit) => new Limit(unit == LimitUnit.Minute ? value * 15 : value, unit));

    private static readonly Gen<CatalogueItem> _items = Gen.Select(Gen.Enum<Tier>(), _limits, _limits).Select(ItemOf);

    private static readonly Gen<Actor?> _actors = Gen.Frequency(
        (4, Gen.Const((Actor?)null)),
        (3, OneOf(Story.Grid, Village, Township, County, Prefecture).Select(p => (Actor?)By(p))),
        (2, OneOf(Wang, Li).Select(w => (Actor?)By(w))),
        (1, OneOf<Actor?>(Actor.Requester, Actor.Clock)));

    private static readonly Gen<string> _texts = Gen.Frequency((5, Gen.Const("Because")), (1, Gen.Const(" ")));

    private static readonly Gen<IncidentCommand> _commands = Gen.Select(Gen.Int[0, 12], _actors, _texts, Gen.Enum<Tier>(), OneOf(Wang, Li))
        .Select((kind, by, text, tier, worker) => (IncidentCommand)(kind switch
        {
            0 => new AcceptIncident(by),
            1 => new ForwardIncident(text, by),
            2 => new SendDownIncident(tier, by),
            3 => new AssignWorker(worker, by),
            4 => new StartHandling(by),
            5 => new SubmitResult(text, by),
            6 => new CheckResult(tier < Tier.County, text, by),
            7 when tier == Tier.Prefecture => new CloseIncident(IncidentOutcome.Unfounded, by),
            8 when tier == Tier.Prefecture => new VoidIncident(text, by),
            9 when tier == Tier.Prefecture => new HandleOnSpot(worker, text),
            10 => new CalendarPublished(),
            12 => new RefileIncident(new ReportedPlace([.. _grids.Take(1 + ((int)tier % 3))], _grids[0].Village.AncestorAt(DivisionLevel.County)!.Value, null), _grids[0].Village, 1),
            _ => new AcceptIncident(by),
        }));

    private static readonly Gen<Action<Story>> _steps = Gen.Frequency(
        (6, Gen.Select(Gen.Int[0, 90], _commands).Select((minutes, command) => (Action<Story>)(s => s.After(TimeSpan.FromMinutes(minutes)).Try(command)))),
        (4, Gen.Int[1, 100].Select(late => (Action<Story>)(s => FireClock(s, late)))),
        (1, Gen.Enum<Tier>().Select(tier => (Action<Story>)(s => s.Vacant(tier)))),
        (1, Gen.Enum<Tier>().Select(tier => (Action<Story>)(s => s.Staffed(tier)))),
        (1, Gen.Const((Action<Story>)(s => s.Calendar = Calendars.Of2025And2026))));

    /// <summary>A reported incident, and what happens to it next. Some begin on the last days of the published calendar.</summary>
    public static Gen<(Func<Story> Begin, Action<Story>[] Steps)> Plots { get; } =
        Gen.Select(_items, Gen.Int[0, 3], OneOf("2025-03-03 11:00", "2025-12-31 18:30"), _steps.Array[0, 40]).Select((item, grids, start, steps) =>
            ((Func<Story>)(() => Begin(item, grids, start)), steps));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Story Begin(CatalogueItem item, int grids, string start)
    {
        var story = new Story { Item = item, Grids = [.. _grids.Take(grids)] }.At(start);
        return story.Do(story.Report());
    }

    private static void FireClock(Story story, int late)
    {
        if (story.Incident.Deadline is { } deadline)
        {
            var due = deadline.DueAt.AddMilliseconds(late);
            story.At(due > story.Now ? due : story.Now).ClockFires();
        }
    }
}
