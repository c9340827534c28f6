using System.Collections.Immutable;
using GridActors.Core.Departments;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Core.Measures;
using GridActors.Core.Workers;
using GridActors.Storage.Incidents;
using GridActors.Storage.Measures;
using GridActors.Storage.Tests.Incidents;

namespace GridActors.Storage.Tests.Measures;

/// <summary>What every store of measures promises.</summary>
public abstract class MeasureStoreContract(StorageUnderTest storage) : IAsyncDisposable
{
    private static readonly DateOnly _monday = new(2025, 3, 3);
    private static readonly MeasureFilter _all = new(_monday, _monday.AddDays(30), null, null, null, null);
    private static readonly WorkerId _wang = WorkerId.Parse("w-wang");
    private static readonly DepartmentCode _water = DepartmentCode.Parse("652301000000/water");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Where_nothing_was_counted_there_is_nothing()
    {
        Assert.Equal(FeedPosition.Start, await storage.Measures.ReadPositionAsync(Ct));
        Assert.Empty(await SumAsync(MeasureDimension.Total));
        Assert.Empty(await storage.Measures.ListAsync(_all, MeasureFigure.Reported, null, 500, Ct));
    }

    [Fact]
    public async Task What_was_counted_is_there_for_the_next_process()
    {
        var reported = Counted(MeasureFigure.Reported) with { Worker = _wang, Department = _water };
        var incident = Sample.NewId();
        await WriteAsync(0, 3, (incident, [reported]));

        await storage.ReopenAsync();

        Assert.Equal(At(3), await storage.Measures.ReadPositionAsync(Ct));
        Assert.Equal([new MeasureEntry(incident, reported)], (await storage.Measures.ListAsync(_all, MeasureFigure.Reported, null, 500, Ct)).AsEnumerable());
    }

    [Fact]
    public async Task The_same_batch_written_again_counts_nothing_twice()
    {
        var incident = Sample.NewId();

        var first = await WriteAsync(0, 3, (incident, [Counted(MeasureFigure.Reported)]));
        var again = await WriteAsync(0, 3, (incident, [Counted(MeasureFigure.Reported)]));

        Assert.Equal((true, false), (first, again));
        Assert.Equal(1, Assert.Single(await SumAsync(MeasureDimension.Total))[MeasureFigure.Reported]);
    }

    [Fact]
    public async Task Of_two_that_count_at_once_one_writes()
    {
        var incidents = Enumerable.Range(0, 6).Select(_ => Sample.NewId()).ToList();

        var written = await Task.WhenAll(incidents.Select(i => Task.Run(() => WriteAsync(0, 3, (i, [Counted(MeasureFigure.Reported)])), Ct)));

        Assert.Single(written, w => w);
        Assert.Equal(1, Assert.Single(await SumAsync(MeasureDimension.Total))[MeasureFigure.Reported]);
    }

    [Fact]
    public async Task An_incident_counted_anew_is_counted_as_a_whole()
    {
        var (incident, other) = (Sample.NewId(), Sample.NewId());
        await WriteAsync(0, 1, (incident, [Counted(MeasureFigure.Reported), Counted(MeasureFigure.Due)]), (other, [Counted(MeasureFigure.Reported)]));

        await WriteAsync(1, 2, (incident, [Counted(MeasureFigure.Reported), Counted(MeasureFigure.Due, day: 2), Counted(MeasureFigure.Extended)]));

        var sums = await SumAsync(MeasureDimension.Day);
        Assert.Equal(["2025-03-03", "2025-03-05"], sums.Select(s => s.Key));
        Assert.Equal((2, 0, 1), (sums[0][MeasureFigure.Reported], sums[0][MeasureFigure.Due], sums[0][MeasureFigure.Extended]));
        Assert.Equal(1, sums[1][MeasureFigure.Due]);
    }

    [Fact]
    public async Task What_changed_is_changed_and_what_is_gone_is_gone()
    {
        var incident = Sample.NewId();
        var reported = Counted(MeasureFigure.Reported);
        await WriteAsync(0, 1, (incident, [reported, Counted(MeasureFigure.Due) with { Worker = _wang }, Counted(MeasureFigure.Closed), Counted(MeasureFigure.Resolved)]));

        await WriteAsync(1, 2, (incident, [reported, Counted(MeasureFigure.Due) with { Department = _water }, Counted(MeasureFigure.Closed, place: "652301001001002")]));

        Assert.Equal(
            [(MeasureFigure.Reported, 1), (MeasureFigure.Due, 1), (MeasureFigure.Closed, 1)],
            Assert.Single(await SumAsync(MeasureDimension.Total)).Counts.Select(c => (c.Key, (int)c.Value)).OrderBy(c => c.Key));
        Assert.Equal([new MeasureEntry(incident, Counted(MeasureFigure.Due) with { Department = _water })], (await storage.Measures.ListAsync(_all, MeasureFigure.Due, null, 1, Ct)).AsEnumerable());
        Assert.Equal("652301001001002", Assert.Single(await storage.Measures.ListAsync(_all, MeasureFigure.Closed, null, 1, Ct)).Contribution.PlaceCode);
        Assert.True(await WriteAsync(2, 3, (incident, [])));
        Assert.Empty(await SumAsync(MeasureDimension.Total));
    }

    [Fact]
    public async Task A_batch_without_incidents_moves_the_position()
    {
        Assert.True(await WriteAsync(0, 9));
        Assert.Equal(At(9), await storage.Measures.ReadPositionAsync(Ct));
    }

    [Fact]
    public async Task Sums_are_by_grid_worker_department_and_division()
    {
        await WriteSomeAsync();

        await IsAsync(MeasureDimension.Grid, "652301000000:1", "652301001001001:2", "652301002001001:1");
        await IsAsync(MeasureDimension.Worker, "w-wang:2");
        await IsAsync(MeasureDimension.Department, "652301000000/water:1");
        await IsAsync(MeasureDimension.Division, "652301000:1", "652301001:2", "652301002:1");
        await IsAsync(MeasureDimension.Total, ":4");

        async Task IsAsync(MeasureDimension dimension, params string[] expected) =>
            Assert.Equal(expected, (await SumAsync(dimension)).Select(s => $"{s.Key}:{s[MeasureFigure.Reported]}"));
    }

    [Fact]
    public async Task Filters_narrow_sums_and_lists_to_the_same()
    {
        await WriteSomeAsync();

        await IsAsync(2, _all with { Under = DivisionCode.Parse("652301001000") });
        await IsAsync(1, _all with { PlaceCode = "652301000000" });
        await IsAsync(2, _all with { Worker = _wang });
        await IsAsync(1, _all with { Department = _water });
        await IsAsync(1, _all with { Worker = _wang, Department = _water });
        await IsAsync(1, _all with { From = _monday.AddDays(1) });
        await IsAsync(3, _all with { To = _monday });
        await IsAsync(4, _all with { Within = [""] });
        await IsAsync(3, _all with { Within = ["652301001", "652301002"] });
        await IsAsync(1, _all with { Within = ["652301002", "652302"] });

        async Task IsAsync(int expected, MeasureFilter filter)
        {
            var sum = Assert.Single(await storage.Measures.SumAsync(filter, new(MeasureDimension.Total), null, 1, Ct));
            Assert.Equal(expected, sum[MeasureFigure.Reported]);
            Assert.Equal(expected, (await storage.Measures.ListAsync(filter, MeasureFigure.Reported, null, 500, Ct)).Length);
        }
    }

    [Fact]
    public async Task Whoever_asks_for_what_is_none_of_its_places_gets_nothing()
    {
        await WriteSomeAsync();

        foreach (var filter in (MeasureFilter[])[_all with { Within = [] }, _all with { Within = ["652302"] }, _all with { Within = ["652301002"], Worker = _wang }])
        {
            Assert.Empty(await storage.Measures.SumAsync(filter, new(MeasureDimension.Grid), null, 100, Ct));
            Assert.Empty(await storage.Measures.ListAsync(filter, MeasureFigure.Reported, null, 500, Ct));
        }
    }

    [Fact]
    public async Task Page_by_page_each_sum_and_each_incident_comes_once()
    {
        await WriteAsync(0, 1, [.. Enumerable.Range(0, 7).Select(i => (Sample.NewId(), ImmutableArray.Create(
            Counted(MeasureFigure.Reported, day: i / 2), Counted(MeasureFigure.Handled, day: i / 2), Counted(MeasureFigure.Handled, day: i / 2) with { Occurrence = 2 })))]);

        var keys = new List<string>();
        for (string? after = null; await storage.Measures.SumAsync(_all, new(MeasureDimension.Day), after, 2, Ct) is { IsEmpty: false } page; after = page[^1].Key)
        {
            keys.AddRange(page.Select(s => s.Key));
        }

        var entries = new List<MeasureEntry>();
        for (MeasureEntryCursor? after = null; await storage.Measures.ListAsync(_all, MeasureFigure.Handled, after, 3, Ct) is { IsEmpty: false } page; after = page[^1].Cursor)
        {
            entries.AddRange(page);
        }

        Assert.Equal(["2025-03-03", "2025-03-04", "2025-03-05", "2025-03-06"], keys);
        Assert.Equal(14, entries.Count);
        Assert.Equal((await storage.Measures.ListAsync(_all, MeasureFigure.Handled, null, 500, Ct)).AsEnumerable(), entries);
    }

    /// <summary>However the journal falls into batches, and however often one is tried again, the sums are those of one batch.</summary>
    [Fact]
    public async Task Counting_step_by_step_gives_what_counting_at_once_gives()
    {
        var incidents = Enumerable.Range(0, 5).Select(_ => Sample.NewId()).ToArray();
        var steps = Enumerable.Range(0, 60).Select(i => (Who: i * 7 % 5, Figure: (MeasureFigure)(i * 11 % 17), Day: i * 3 % 4));
        var lives = incidents.ToDictionary(i => i, _ => ImmutableArray<Contribution>.Empty);
        var position = 0;
        foreach (var batch in steps.Chunk(7))
        {
            foreach (var (who, figure, day) in batch)
            {
                var life = lives[incidents[who]];
                lives[incidents[who]] = life.Add(Counted(figure, day) with { Occurrence = 1 + life.Count(c => c.Figure == figure) });
            }

            (IncidentId, ImmutableArray<Contribution>)[] touched = [.. batch.Select(b => incidents[b.Who]).Distinct().Select(i => (i, lives[i]))];
            Assert.True(await WriteAsync(position, position + batch.Length, touched));
            Assert.False(await WriteAsync(position, position + batch.Length, touched));
            position += batch.Length;
        }

        var expected = lives.Values.SelectMany(l => l).GroupBy(c => c.Figure).ToDictionary(g => g.Key, g => (long)g.Count());
        Assert.Equal(expected.OrderBy(e => e.Key), Assert.Single(await SumAsync(MeasureDimension.Total)).Counts.OrderBy(c => c.Key));
    }

    private static FeedPosition At(int position) => new(0, position);

    private static Contribution Counted(MeasureFigure figure, int day = 0, string place = Sample.GridOne) =>
        new(figure, 1, _monday.AddDays(day), place, null, null);

    private Task<bool> WriteAsync(int from, int to, params (IncidentId Id, ImmutableArray<Contribution> Contributions)[] incidents) =>
        storage.Measures.WriteAsync(new MeasureBatch(At(from), At(to), [.. incidents.Select(i => new MeasuredIncident(i.Id, i.Contributions))]), Ct);

    private Task<ImmutableArray<MeasureSum>> SumAsync(MeasureDimension dimension) =>
        storage.Measures.SumAsync(_all, new MeasureGrouping(dimension, DivisionLevel.Township), null, 100, Ct);

    private Task<bool> WriteSomeAsync() => WriteAsync(
        0,
        4,
        (Sample.NewId(), [Counted(MeasureFigure.Reported) with { Worker = _wang }]),
        (Sample.NewId(), [Counted(MeasureFigure.Reported) with { Worker = _wang, Department = _water }]),
        (Sample.NewId(), [Counted(MeasureFigure.Reported, day: 1, place: "652301002001001")]),
        (Sample.NewId(), [Counted(MeasureFigure.Reported, place: "652301000000")]));
}
