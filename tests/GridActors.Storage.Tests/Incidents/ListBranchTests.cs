using GridActors.Core.Access;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Tests.Incidents;

/// <summary>What a store is asked for: no way into a list leads past what its caller may read.</summary>
public sealed class ListBranchTests
{
    private const string Township = "652301001";

    private static readonly string?[] _under = [null, "652300000000", "652301000000", "652301001000", "652301001001", "652301002000", "652302000000"];
    private static readonly string?[] _grids = [null, "652301001001001", "652301002001001"];

    public static TheoryData<CallerRole> Roles => [CallerRole.CentreOperator, CallerRole.Supervisor, CallerRole.Auditor];

    [Theory]
    [MemberData(nameof(Roles))]
    public void Every_way_into_the_list_of_a_township_has_its_range_of_places_or_what_touches_it(CallerRole role)
    {
        var scope = ReadScope.Of(new Caller("somebody", [new Grant(role, Township)]));

        var branches = Filters(scope).SelectMany(f => ListBranch.Of(f)).Distinct().ToList();

        Assert.Contains(branches, b => b.Prefix == Township);
        Assert.All(branches, b => Assert.True(
            b.Party is { } party ? party == IncidentParties.Of(Township) : b.Prefix?.StartsWith(Township, StringComparison.Ordinal) is true,
            $"{b} leads past the township."));
    }

    [Fact]
    public void Who_may_read_nothing_has_no_way_in() =>
        Assert.All(Filters(ReadScope.Of(Caller.Anonymous)), filter => Assert.Empty(ListBranch.Of(filter)));

    private static IEnumerable<IncidentFilter> Filters(ReadScope within) =>
        from under in _under
        from grid in _grids
        from phase in new IncidentPhase?[] { null, IncidentPhase.Closed, IncidentPhase.Reported }
        from overdue in new bool?[] { null, true, false }
        select new IncidentFilter(
            under is null ? null : DivisionCode.Parse(under), grid is null ? null : GridCode.Parse(grid), phase, Item: null, overdue, Sample.Monday, After: null, Limit: 50, within);
}
