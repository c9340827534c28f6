using System.Collections.Immutable;
using GridActors.Core.Access;
using GridActors.Core.Departments;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Core.WorkingTime;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Tests.Incidents;

/// <summary>Every list has what whoever asks may read, and nothing else; the rules themselves say what that is.</summary>
public abstract class IncidentScopeContract(StorageUnderTest storage) : IAsyncDisposable
{
    private const string Here = "652301001001001";
    private const string NextVillage = "652301001002001";
    private const string NextTownship = "652301002001001";
    private const string NextCounty = "652302001001001";

    private static readonly DepartmentCode _water = DepartmentCode.Parse("652301000000/water");
    private static readonly DepartmentCode _fire = DepartmentCode.Parse("652301001000/fire");
    private static readonly WorkerId _wang = WorkerId.Parse("w-wang");
    private static readonly IncidentFilter _all = new(null, null, null, null, null, Sample.Monday.AddDays(30), null, 500);

    private readonly List<Incident> _stored = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static ImmutableArray<string> Callers => ["", "operator:", .. Scopes.Select(s => $"operator:{s}"), "supervisor:652301", "auditor:652301001", "administrator:",
        .. Scopes.Select(s => $"worker:{s}"), $"worker:{Here} worker:{NextTownship}", "worker:652302001001001", "water:", "fire:652301001", "operator:652301002 water:", $"operator:652301001 worker:{Here} fire:"];

    private static ImmutableArray<string> Scopes => ["6523", "652301", "652302", "652301001", "652301002", "652301001001", "652301001002", Here, NextTownship];

    public async ValueTask DisposeAsync()
    {
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_list_is_what_the_rules_let_the_caller_read()
    {
        await StoreManyAsync();

        foreach (var caller in Callers)
        {
            await AssertListsWhatIsReadAsync(CallerOf(caller));
        }
    }

    [Fact]
    public async Task Pages_have_no_gap_and_no_repeat_whichever_way_an_incident_comes_into_the_list()
    {
        await StoreManyAsync();

        foreach (var within in Callers.Select(c => _all with { Within = ReadScope.Of(CallerOf(c)) }))
        {
            List<IncidentId> seen = [];
            for (var page = within with { Limit = 3 }; await storage.List.ListAsync(page, Ct) is [.., var last] found; page = page with { After = new ListCursor(last.ReportedAt, last.Id) })
            {
                seen.AddRange(found.Select(i => i.Id));
            }

            Assert.Equal(await ListAsync(within), seen);
        }
    }

    [Fact]
    public async Task Filters_and_scope_narrow_the_list_together()
    {
        await StoreManyAsync();
        IncidentFilter[] filters =
        [
            _all with { Under = DivisionCode.Parse("652301001000") },
            _all with { Under = DivisionCode.Parse("652301000000") },
            _all with { Under = DivisionCode.Parse("652302000000") },
            _all with { Grid = GridCode.Parse(Here) },
            _all with { Phase = IncidentPhase.Accepted },
            _all with { Overdue = true },
            _all with { Overdue = true, Phase = IncidentPhase.Closed },
            _all with { Overdue = true, Phase = IncidentPhase.Accepted, Under = DivisionCode.Parse("652301001000") },
            _all with { Overdue = false, Phase = IncidentPhase.Reported },
        ];

        foreach (var caller in Callers.Select(c => CallerOf(c)))
        {
            var read = (await ListAsync(_all with { Within = ReadScope.Of(caller) })).ToHashSet();
            foreach (var filter in filters)
            {
                var expected = (await ListAsync(filter)).Where(read.Contains);
                Assert.Equal(expected, await ListAsync(filter with { Within = ReadScope.Of(caller) }));
            }
        }
    }

    [Fact]
    public async Task Whoever_has_nothing_to_do_with_it_any_more_does_not_list_it()
    {
        var reported = await storage.Journal.StoreAsync(Sample.Report(place: NextCounty));
        var assigned = await ChangeAsync(reported, i => i with { Handler = _wang });
        var wang = _all with { Within = ReadScope.Of(CallerOf("worker:652301009001001")) };
        Assert.Equal([reported.Id], await ListAsync(wang));

        var dispatched = await ChangeAsync(assigned, i => i with { Handler = null, Dispatch = Tasks(_water) });
        Assert.Empty(await ListAsync(wang));
        Assert.Equal([reported.Id], await ListAsync(_all with { Within = ReadScope.Of(CallerOf("water:")) }));

        await ChangeAsync(dispatched, i => i with { Place = PlaceOf([NextCounty], Tier.County) });
        Assert.Empty(await ListAsync(_all with { Within = ReadScope.Of(CallerOf("water:")) }));
    }

    [Fact]
    public async Task Rows_of_before_are_found_as_new_ones_are()
    {
        await StoreManyAsync();

        await ForgetPartiesAsync();

        foreach (var caller in Callers)
        {
            await AssertListsWhatIsReadAsync(CallerOf(caller));
        }
    }

    /// <summary>Drops what the migration made, and migrates again.</summary>
    protected abstract Task ForgetPartiesAsync();

    private async Task AssertListsWhatIsReadAsync(Caller caller)
    {
        var expected = _stored.Where(i => IncidentJurisdiction.MayRead(caller, IncidentAccess.Of(i)))
            .OrderByDescending(i => i.ReportedAt).ThenByDescending(i => i.Id.ToString(), StringComparer.Ordinal).Select(i => i.Id);

        Assert.Equal(expected, await ListAsync(_all with { Within = ReadScope.Of(caller) }));
    }

    /// <summary>Each kind of place, with and without handler and departments, in every state that lists tell apart.</summary>
    private async Task StoreManyAsync()
    {
        ReportedPlace[] places =
        [
            PlaceOf([Here]), PlaceOf([NextVillage]), PlaceOf([NextTownship]), PlaceOf([NextCounty]), PlaceOf([]),
            PlaceOf([Here, NextVillage]), PlaceOf([Here, NextTownship]), PlaceOf([NextTownship, NextCounty]), PlaceOf([Here, NextTownship, NextCounty]),
            PlaceOf([Here], Tier.Village), PlaceOf([Here], Tier.Township), PlaceOf([], Tier.County), PlaceOf([Here], Tier.County), PlaceOf([], Tier.Prefecture),
        ];
        var minute = 0;
        foreach (var place in places)
        {
            for (var kind = 0; kind < 4; kind++)
            {
                var reported = Sample.Report(Sample.Monday.AddMinutes(minute++ / 2));
                reported = reported.To(reported.State with { Place = place });
                _stored.Add(await StoreAsync(await storage.Journal.StoreAsync(reported), kind));
            }
        }
    }

    private async Task<Incident> StoreAsync(Incident reported, int kind)
    {
        if (kind == 0)
        {
            return reported;
        }

        var accepted = await storage.Journal.StoreAsync(Sample.Then(reported, new AcceptIncident(), reported.ReportedAt));
        return kind switch
        {
            1 => await ChangeAsync(accepted, i => i with { Handler = _wang }),
            2 => await ChangeAsync(accepted, i => i with { Dispatch = Tasks(_water, _fire) }),
            _ => await ChangeAsync(accepted, i => i with { Handler = _wang, Dispatch = Tasks(_water), Phase = IncidentPhase.Closed, ClosedAt = Sample.Monday.AddDays(9), Deadline = null }),
        };
    }

    private async Task<Incident> ChangeAsync(Incident incident, Func<Incident, Incident> change)
    {
        var noted = Sample.Then(incident, new AddNote("changed"), incident.ChangedAt);
        return await storage.Journal.StoreAsync(noted.To(change(noted.State)));
    }

    private async Task<ImmutableArray<IncidentId>> ListAsync(IncidentFilter filter) => [.. (await storage.List.ListAsync(filter, Ct)).Select(i => i.Id)];

    private static Dispatch Tasks(params DepartmentCode[] departments) =>
        new([.. departments.Select(d => new DepartmentTask(d, d == departments[0], DepartmentTaskStatus.Accepted, new ClockRun(Sample.Monday, TimeSpan.FromHours(1)), null))], 0);

    private static ReportedPlace PlaceOf(string[] grids, Tier floor = Tier.Grid) => new([.. grids.Select(GridCode.Parse)], DivisionCode.Parse("652301000000"), null, floor);

    private static Caller CallerOf(string text) => new("somebody", [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(GrantOf)]);

    private static Grant GrantOf(string text) => text.Split(':') switch
    {
        ["worker", var scope] => new Grant(CallerRole.Worker, scope, Worker: _wang),
        ["water", var scope] => new Grant(CallerRole.Department, scope, Department: _water),
        ["fire", var scope] => new Grant(CallerRole.Department, scope, Department: _fire),
        ["supervisor", var scope] => new Grant(CallerRole.Supervisor, scope),
        ["auditor", var scope] => new Grant(CallerRole.Auditor, scope),
        ["administrator", var scope] => new Grant(CallerRole.Administrator, scope),
        [_, var scope] => new Grant(CallerRole.CentreOperator, scope),
        _ => throw new ArgumentException(text),
    };
}
