using CsCheck;
using GridActors.Core.Access;
using GridActors.Core.Incidents;
using GridActors.Core.Tests.Incidents;
using static GridActors.Core.Tests.Incidents.Story;

namespace GridActors.Core.Tests.Access;

/// <summary>What holds for every caller and every incident, whatever happens to it.</summary>
public sealed class JurisdictionPropertyTests
{
    private static readonly string[] _scopes =
    [
        "", "6523", "652301", "652302", "652301001", "652301002", "652301001001", "652301001002", "652301002001",
        "652301001001001", "652301001002001", "652301002001001",
    ];

    private static readonly Gen<Grant> _grants = Gen.Select(Gen.Enum<CallerRole>(), Gen.Int[0, _scopes.Length - 1], Gen.Int[0, 2])
        .Select((role, scope, who) => role switch
        {
            CallerRole.Worker => new Grant(role, _scopes[scope], Worker: who == 0 ? Wang : Li),
            CallerRole.Department => new Grant(role, _scopes[scope], Department: who == 0 ? Water : who == 1 ? Housing : Fire),
            _ => new Grant(role, _scopes[scope]),
        });

    private static readonly Gen<Caller> _callers = _grants.Array[0, 3].Select(grants => new Caller("somebody", [.. grants]));

    [Fact]
    public void A_store_looks_for_exactly_what_the_rule_lets_through() => Always((caller, story) =>
    {
        var incident = story.Incident;
        var scope = ReadScope.Of(caller);
        var place = incident.Place.PlaceCode;
        var isFound = scope.Places.Any(p => place.StartsWith(p.Prefix, StringComparison.Ordinal) && (!p.GridsOnly || place.Length == 15))
            || scope.Parties.Intersect(IncidentParties.Of(incident)).Any();

        Assert.Equal(IncidentJurisdiction.MayRead(caller, IncidentAccess.Of(incident)), isFound);
    });

    [Fact]
    public void A_wider_scope_never_sees_less() => Always((caller, story) =>
    {
        var access = IncidentAccess.Of(story.Incident);
        var wider = caller with { Grants = [.. caller.Grants.Select(g => g with { Scope = g.Scope.Length > 6 ? g.Scope[..6] : "" })] };

        Assert.True(!IncidentJurisdiction.MayRead(caller, access) || IncidentJurisdiction.MayRead(wider, access));
    });

    [Fact]
    public void Whoever_acts_is_whom_the_rules_of_access_were_asked_about()
    {
        RandomStories.Plots.Sample(
            plot =>
            {
                var story = plot.Begin();
                foreach (var step in plot.Steps)
                {
                    var (before, chain, seen) = (story.Incident, story.Context.Chain, story.Events.Count);
                    step(story);
                    if (story.Events.Count > seen && story.LastCommand is { } command and not (DeadlineReached or CalendarPublished or RefileIncident))
                    {
                        Assert.Equal(story.Events[seen].By, CommandActors.Of(before, command, chain));
                    }
                }
            },
            iter: Iterations.AtMost(1_000));
    }

    private static void Always(Action<Caller, Story> holds) => Gen.Select(_callers, RandomStories.Plots).Sample(
        (caller, plot) =>
        {
            var story = plot.Begin();
            foreach (var step in plot.Steps)
            {
                step(story);
                holds(caller, story);
            }
        },
        iter: Iterations.AtMost(1_000));
}
