using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using static GridActors.Core.Tests.Incidents.Story;

namespace GridActors.Core.Tests.Incidents;

/// <summary>The lifecycle as one table: what each command does to an incident in each phase.</summary>
public sealed class EveryCommandInEveryPhaseTests
{
    private const string Done = nameof(Done);
    private const string Nothing = nameof(Nothing);
    private const string Unknown = nameof(IncidentRefusal.UnknownIncident);
    private const string NotAccepted = nameof(IncidentRefusal.NotAccepted);
    private const string Accepted = nameof(IncidentRefusal.AlreadyAccepted);
    private const string NotHandled = nameof(IncidentRefusal.NotHandled);
    private const string Handled = nameof(IncidentRefusal.AlreadyHandled);
    private const string Closed = nameof(IncidentRefusal.AlreadyClosed);

    private static readonly (string Phase, Func<Story> Tell)[] _phases =
    [
        ("none", () => new Story()),
        ("reported", () => Reported()),
        ("accepted", Story.Accepted),
        ("handling", () => Story.Accepted().Do(new StartHandling())),
        ("handled", Story.Handled),
        ("closed", Story.Closed),
    ];

    /// <summary>A command, and its answer before the report, reported, accepted, handling, handled, closed.</summary>
    public static TheoryData<IncidentCommand, string[]> Table => new()
    {
        { new Story().Report(), [Done, Nothing, Nothing, Nothing, Nothing, Nothing] },
        { new HandleOnSpot(Wang, "Done"), [Unknown, Done, Done, Done, Handled, Closed] },
        { new AcceptIncident(), [Unknown, Done, Accepted, Accepted, Accepted, Closed] },
        { new ForwardIncident("Not ours"), [Unknown, Done, Done, Done, Handled, Closed] },
        { new SendDownIncident(Tier.Village), [Unknown, Done, Done, Done, Handled, Closed] },
        { new AssignWorker(Wang), [Unknown, NotAccepted, Done, Done, Handled, Closed] },
        { new StartHandling(), [Unknown, NotAccepted, Done, Nothing, Handled, Closed] },
        { new SubmitResult("Done"), [Unknown, NotAccepted, Done, Done, Handled, Closed] },
        { new CheckResult(true, ""), [Unknown, NotHandled, NotHandled, NotHandled, Done, Closed] },
        { new CloseIncident(IncidentOutcome.Resolved), [Unknown, NotHandled, NotHandled, NotHandled, Done, Closed] },
        { new VoidIncident("A test"), [Unknown, Done, Done, Done, Done, Closed] },
        { new RefileIncident(new ReportedPlace([GridCode.Parse("652301001001009")], DivisionCode.Parse(County.PlaceCode), null), DivisionCode.Parse(Village.PlaceCode), 1), [Unknown, Done, Done, Done, Done, Closed] },
        { new DeadlineReached(DateTimeOffset.UnixEpoch), [Unknown, Nothing, Nothing, Nothing, Nothing, Nothing] },
        { new CalendarPublished(), [Unknown, Nothing, Nothing, Nothing, Nothing, Nothing] },
    };

    [Theory]
    [MemberData(nameof(Table), DisableDiscoveryEnumeration = true)]
    public void A_command_is_answered_in_every_phase(IncidentCommand command, string[] expected)
    {
        var answers = _phases.Select(p => Describe(p.Tell().Try(command).Answer));

        Assert.Equal(_phases.Zip(expected, (p, e) => $"{p.Phase}: {e}"), _phases.Zip(answers, (p, a) => $"{p.Phase}: {a}"));
    }

    [Fact]
    public void The_table_has_every_command()
    {
        var commands = typeof(IncidentCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(IncidentCommand)) && !t.IsAbstract);

        Assert.Equal(commands.Select(t => t.Name).Order(), Table.Select(row => row.Data.Item1.GetType().Name).Order());
    }

    private static string Describe(IncidentDecision answer) =>
        answer.Refusal?.ToString() ?? (answer.Events.IsEmpty ? Nothing : Done);
}
