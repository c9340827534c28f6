using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Departments;
using GridActors.Core.Divisions;
using GridActors.Core.Escalations;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Tests.WorkingTime;
using GridActors.Core.Workers;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Tests.Incidents;

/// <summary>
/// The life of one incident, told step by step. It happens in grid 652301001001001; its time only moves when told, and
/// starts on Monday, 3 March 2025, at 11:00.
/// </summary>
internal sealed class Story
{
    public static readonly Post Grid = PostOf("652301001001001");
    public static readonly Post Village = PostOf("652301001001");
    public static readonly Post Township = PostOf("652301001000");
    public static readonly Post County = PostOf("652301000000");
    public static readonly Post Prefecture = PostOf("652300000000");
    public static readonly WorkerId Wang = WorkerId.Parse("w-wang");
    public static readonly WorkerId Li = WorkerId.Parse("w-li");

    public static readonly DepartmentCode Water = DepartmentCode.Parse("652301000000/water");
    public static readonly DepartmentCode Housing = DepartmentCode.Parse("652301000000/housing");
    public static readonly DepartmentCode Fire = DepartmentCode.Parse("652301001000/fire");

    private readonly HashSet<Tier> _vacant = [];
    private readonly List<IncidentEvent> _events = [];

    public Incident? State { get; private set; }

    public Incident Incident => State ?? throw new InvalidOperationException("Nothing was reported yet.");

    public IReadOnlyList<IncidentEvent> Events => _events;

    /// <summary>What was asked for last.</summary>
    public IncidentCommand? LastCommand { get; private set; }

    /// <summary>What the last command answered.</summary>
    public IncidentDecision Answer { get; private set; }

    public DateTimeOffset Now { get; private set; } = Calendars.Local("2025-03-03 11:00");

    public WorkingCalendar Calendar { get; set; } = Calendars.Of2025;

    public WorkerRole? ReporterRole { get; init; }

    public ImmutableArray<GridCode> Grids { get; init; } = [GridCode.Parse(Grid.PlaceCode)];

    public GeoPoint? Location { get; init; }

    /// <summary>Starts at the township, 15 minutes to accept, 4 urgent hours to handle, unless told otherwise.</summary>
    public CatalogueItem Item { get; init; } = ItemOf(Tier.Township, new Limit(15, LimitUnit.Minute), new Limit(4, LimitUnit.UrgentHour));

    public IncidentContext Context => ContextAt(State?.Place ?? Place);

    private IncidentContext ContextAt(ReportedPlace place) => new(
        new PostChain([.. place.ListPosts().Select(p => new PostLink(p, !_vacant.Contains(p.Tier)))]),
        Calendar,
        EscalationPolicy.Default,
        [Wang],
        new CatalogueVersion(3, [Item]),
        [new(Water, "水务", "Water"), new(Housing, "住建", "Housing & Construction"), new(Fire, "消防", "Fire & Rescue")],
        ReporterRole);

    private ReportedPlace Place => new(Grids, DivisionCode.Parse(County.PlaceCode), Location);

    public static CatalogueItem ItemOf(Tier start, Limit accept, Limit handle, string code = "0101", Severity severity = Severity.S2) => new(
        ItemCode.Parse(code), "公共设施", "Public facilities", "井盖缺失", "Manhole cover missing", severity, "城管", "Urban Management",
        start, accept, handle, [], false, "proposed");

    public static Actor By(Post post) => Actor.Of(post);

    public static Actor By(WorkerId worker) => Actor.Of(worker);

    /// <summary>Reported and held where the item starts.</summary>
    public static Story Reported(CatalogueItem? item = null)
    {
        var story = item is null ? new Story() : new Story { Item = item };
        return story.Do(story.Report());
    }

    public static Story ReportedAt(Tier start) =>
        Reported(ItemOf(start, new Limit(15, LimitUnit.Minute), new Limit(4, LimitUnit.UrgentHour)));

    public static Story Accepted() => Reported().Do(new AcceptIncident());

    public static Story AcceptedAt(Tier start) => ReportedAt(start).Do(new AcceptIncident());

    public static Story Handled() => Accepted().Do(new SubmitResult("Cover replaced", By(Wang)));

    public static Story Closed() => Handled().Do(new CloseIncident(IncidentOutcome.Resolved));

    /// <summary>Accepted by the township and dispatched to the water department in the lead, the others beside it.</summary>
    public static Story Dispatched(params ImmutableArray<DepartmentCode> coHandlers) => Accepted().Do(new DispatchIncident(Water, coHandlers));

    public ReportIncident Report(string digest = "d1", WorkerId? by = null, string item = "0101", IncidentSubject? about = null, Tier floor = Tier.Grid) => new(
        new IncidentId(new Guid("01890a5d-ac96-774b-bcce-b302099a8057")),
        TrackingCode.FromBits(1),
        ItemCode.Parse(item),
        Place with { Floor = floor },
        new ReportContent("The cover is gone", "app", null, by, digest, about),
        1);

    public Story Vacant(params Tier[] tiers)
    {
        _vacant.UnionWith(tiers);
        return this;
    }

    public Story Staffed(params Tier[] tiers)
    {
        _vacant.ExceptWith(tiers);
        return this;
    }

    public Story At(string local)
    {
        Now = Calendars.Local(local);
        return this;
    }

    public Story At(DateTimeOffset instant)
    {
        Now = instant;
        return this;
    }

    public Story After(TimeSpan time) => At(Now + time);

    /// <summary>Asks without insisting: <see cref="Answer"/> may be a refusal.</summary>
    public Story Try(IncidentCommand command)
    {
        LastCommand = command;
        Answer = IncidentDecider.Decide(State, command, command is RefileIncident refile ? ContextAt(refile.Place) : Context, Now);
        _events.AddRange(Answer.Events);
        if (!Answer.Events.IsEmpty)
        {
            State = CommandKeys.Remember(Answer.Events.Aggregate(State, IncidentEvolution.Evolve)!, command.Key);
        }

        return this;
    }

    /// <summary>Does something that the rules must allow.</summary>
    public Story Do(IncidentCommand command)
    {
        Try(command);
        Assert.Null(Answer.Refusal);
        return this;
    }

    /// <summary>The rules must refuse each of these, and nothing happens.</summary>
    public Story Refuses(IncidentRefusal expected, params IncidentCommand[] commands)
    {
        var version = Incident.Version;
        foreach (var command in commands)
        {
            Assert.Equal(expected, Try(command).Answer.Refusal);
            Assert.Equal(version, Incident.Version);
        }

        return this;
    }

    /// <summary>The clock fires a millisecond after the deadline that the incident waits for.</summary>
    public Story DeadlinePasses() => At(Incident.NextDeadline!.DueAt.AddMilliseconds(1)).ClockFires();

    /// <summary>The clock fires now, late or not, for the deadline that the incident waits for.</summary>
    public Story ClockFires() => Do(new DeadlineReached(Incident.NextDeadline!.DueAt));

    public TEvent Last<TEvent>()
        where TEvent : IncidentEvent => Assert.IsType<TEvent>(_events.Last(e => e is TEvent));

    private static Post PostOf(string code) => Post.TryParse(code, out var post) ? post : throw new ArgumentException(code);
}
