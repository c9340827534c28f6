using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Tests.Incidents;

/// <summary>What every journal promises, whatever database is behind it.</summary>
public abstract class IncidentJournalContract(StorageUnderTest storage) : IAsyncDisposable
{
    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected StorageUnderTest Storage { get; } = storage;

    public async ValueTask DisposeAsync()
    {
        await Storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_was_appended_is_found()
    {
        var report = Sample.Report();

        var result = await Storage.Journal.AppendAsync(report, Cancelled);

        Assert.Equal(AppendResult.Appended, result);
        AssertSame(report.State, await Storage.Journal.FindAsync(report.State.Id, Cancelled));
        AssertSame(report.Events, await Storage.Journal.ReadEventsAsync(report.State.Id, Cancelled));
    }

    [Fact]
    public async Task Later_appends_follow_the_first_one()
    {
        var report = Sample.Report();
        var acceptance = Sample.Then(report.State, new AcceptIncident(), Sample.Monday.AddMinutes(1));
        var result = Sample.Then(acceptance.State, new SubmitResult("修好了"), Sample.Monday.AddMinutes(2));
        await Storage.Journal.StoreAsync(report);
        await Storage.Journal.StoreAsync(acceptance);
        await Storage.Journal.StoreAsync(result);
        var check = Sample.Then(result.State, new CheckResult(Passed: true, ""), Sample.Monday.AddMinutes(3));

        await Storage.Journal.StoreAsync(check);

        AssertSame(check.State, await Storage.Journal.FindAsync(report.State.Id, Cancelled));
        AssertSame(
            [.. report.Events, .. acceptance.Events, .. result.Events, .. check.Events],
            await Storage.Journal.ReadEventsAsync(report.State.Id, Cancelled));
    }

    [Fact]
    public async Task Nothing_is_found_of_an_unknown_incident()
    {
        var unknown = Sample.NewId();

        Assert.Null(await Storage.Journal.FindAsync(unknown, Cancelled));
        Assert.Empty(await Storage.Journal.ReadEventsAsync(unknown, Cancelled));
    }

    [Fact]
    public async Task A_second_first_append_is_a_conflict_and_leaves_nothing()
    {
        var first = Sample.Report();
        var second = Sample.Report(Sample.Monday.AddMinutes(1), id: first.State.Id);
        await Storage.Journal.StoreAsync(first);

        var result = await Storage.Journal.AppendAsync(second, Cancelled);

        Assert.Equal(AppendResult.Conflict, result);
        AssertSame(first.State, await Storage.Journal.FindAsync(first.State.Id, Cancelled));
        AssertSame(first.Events, await Storage.Journal.ReadEventsAsync(first.State.Id, Cancelled));
    }

    [Fact]
    public async Task The_same_report_twice_is_a_conflict_though_its_tracking_code_is_taken_too()
    {
        var report = Sample.Report();
        await Storage.Journal.StoreAsync(report);

        Assert.Equal(AppendResult.Conflict, await Storage.Journal.AppendAsync(report, Cancelled));
    }

    [Fact]
    public async Task An_append_to_an_older_version_is_a_conflict_and_leaves_nothing()
    {
        var report = Sample.Report();
        var acceptance = Sample.Then(report.State, new AcceptIncident(), Sample.Monday.AddMinutes(1));
        var forward = Sample.Then(report.State, new ForwardIncident("too big"), Sample.Monday.AddMinutes(1));
        await Storage.Journal.StoreAsync(report);
        await Storage.Journal.StoreAsync(acceptance);

        var result = await Storage.Journal.AppendAsync(forward, Cancelled);

        Assert.Equal(AppendResult.Conflict, result);
        AssertSame(acceptance.State, await Storage.Journal.FindAsync(report.State.Id, Cancelled));
        Assert.Equal(2, (await Storage.Journal.ReadEventsAsync(report.State.Id, Cancelled)).Length);
    }

    [Fact]
    public async Task An_append_to_an_incident_that_was_never_reported_is_a_conflict()
    {
        var acceptance = Sample.Then(Sample.Report().State, new AcceptIncident(), Sample.Monday.AddMinutes(1));

        var result = await Storage.Journal.AppendAsync(acceptance, Cancelled);

        Assert.Equal(AppendResult.Conflict, result);
        Assert.Null(await Storage.Journal.FindAsync(acceptance.State.Id, Cancelled));
    }

    [Fact]
    public async Task Of_two_hundred_reports_of_one_incident_exactly_one_wins()
    {
        var id = Sample.NewId();
        var reports = Enumerable.Range(0, 200).Select(i => Sample.Report(Sample.Monday.AddSeconds(i), id: id)).ToList();

        var results = await Task.WhenAll(reports.Select(r => Task.Run(() => Storage.Journal.AppendAsync(r, Cancelled), Cancelled)));

        var winner = reports[Array.IndexOf(results, AppendResult.Appended)];
        Assert.Equal(199, results.Count(r => r == AppendResult.Conflict));
        AssertSame(winner.State, await Storage.Journal.FindAsync(id, Cancelled));
        Assert.Single(await Storage.Journal.ReadEventsAsync(id, Cancelled));
    }

    [Fact]
    public async Task An_append_that_cannot_be_stored_fails_alone()
    {
        var taken = Sample.Report();
        await Storage.Journal.StoreAsync(taken);
        var poison = Sample.Report(trackingCode: taken.State.TrackingCode);
        var neighbours = Enumerable.Range(0, 50).Select(_ => Sample.Report()).ToList();

        var before = neighbours[..25].ConvertAll(r => Storage.Journal.AppendAsync(r, Cancelled));
        var refused = Storage.Journal.AppendAsync(poison, Cancelled);
        var after = neighbours[25..].ConvertAll(r => Storage.Journal.AppendAsync(r, Cancelled));

        await Assert.ThrowsAsync<JournalUnavailableException>(() => refused);
        Assert.All(await Task.WhenAll([.. before, .. after]), r => Assert.Equal(AppendResult.Appended, r));
        Assert.Null(await Storage.Journal.FindAsync(poison.State.Id, Cancelled));
        Assert.Empty(await Storage.Journal.ReadEventsAsync(poison.State.Id, Cancelled));
    }

    [Fact]
    public async Task Closing_writes_what_is_queued_and_opening_again_finds_all()
    {
        var reports = Enumerable.Range(0, 100).Select(_ => Sample.Report()).ToList();
        var appends = reports.ConvertAll(r => Storage.Journal.AppendAsync(r, Cancelled));

        await Storage.ReopenAsync();

        Assert.All(await Task.WhenAll(appends), r => Assert.Equal(AppendResult.Appended, r));
        foreach (var report in reports)
        {
            AssertSame(report.State, await Storage.Journal.FindAsync(report.State.Id, Cancelled));
        }
    }

    [Fact]
    public async Task Cancelling_a_queued_append_does_not_abandon_it()
    {
        using var cancellation = new CancellationTokenSource();
        var report = Sample.Report();

        var append = Storage.Journal.AppendAsync(report, cancellation.Token);
        await cancellation.CancelAsync();

        Assert.Equal(AppendResult.Appended, await append);
        AssertSame(report.State, await Storage.Journal.FindAsync(report.State.Id, Cancelled));
    }

    [Fact]
    public async Task An_append_that_was_cancelled_before_it_is_not_written()
    {
        var report = Sample.Report();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Storage.Journal.AppendAsync(report, new CancellationToken(canceled: true)));

        Assert.Null(await Storage.Journal.FindAsync(report.State.Id, Cancelled));
    }

    [Fact]
    public async Task An_instant_finer_than_a_millisecond_is_refused()
    {
        var report = Sample.Report(Sample.Monday.AddTicks(1));

        await Assert.ThrowsAsync<ArgumentException>(() => Storage.Journal.AppendAsync(report, Cancelled));

        Assert.Null(await Storage.Journal.FindAsync(report.State.Id, Cancelled));
    }

    /// <summary>Records with arrays have no equality of their own; their stored bytes do.</summary>
    protected static void AssertSame(Incident expected, Incident? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(IncidentFormat.Write(expected), IncidentFormat.Write(actual));
    }

    protected static void AssertSame(IEnumerable<IncidentEvent> expected, IEnumerable<IncidentEvent> actual) =>
        Assert.Equal(expected.Select(IncidentEventKinds.Write), actual.Select(IncidentEventKinds.Write));
}
