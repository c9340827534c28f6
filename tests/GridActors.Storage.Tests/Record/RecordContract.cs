using System.Collections.Immutable;
using System.Text;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using GridActors.Storage.Record;
using GridActors.Storage.Tests.Incidents;

namespace GridActors.Storage.Tests.Record;

/// <summary>Whoever has the database's password but not the key cannot touch what was signed without being found out, and named.</summary>
public abstract partial class RecordContract(StorageUnderTest storage) : IAsyncDisposable
{
    private const string OtherCounty = "652302001001001";

    private static readonly DivisionCode s_county = DivisionCode.Parse("652301000000");

    private readonly RecordKey _key = RecordKey.New();

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected StorageUnderTest Storage { get; } = storage;

    /// <summary>As it is written in the database's SQL.</summary>
    protected abstract string Sql(IncidentId id);

    /// <summary>The first events of two incidents change their places in the journal.</summary>
    protected abstract string SwapPlaces(IncidentId one, IncidentId other);

    public async ValueTask DisposeAsync()
    {
        _key.Dispose();
        await Storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_head_that_is_loaded_is_what_the_last_append_ended_with()
    {
        var report = Sample.Report();
        await Storage.Journal.StoreAsync(report);
        var acceptance = Sample.Then(report.State, new AcceptIncident(), Sample.Monday.AddMinutes(1));
        await Storage.Journal.StoreAsync(acceptance);

        Assert.Equal(acceptance.After.Hash, (await Storage.Journal.LoadAsync(report.State.Id, Ct))!.Hash);
        Assert.Null(await Storage.Journal.LoadAsync(Sample.NewId(), Ct));
    }

    [Fact]
    public async Task Nothing_is_found_where_nothing_was_done()
    {
        await LiveAsync();
        await LiveAsync(OtherCounty);
        await SignAsync();
        await LiveAsync();
        await SignAsync();
        await Storage.Journal.StoreAsync(Sample.Report());

        var (summary, findings) = await VerifyAsync();

        Assert.Empty(findings);
        Assert.Equal((4, 16, 3, 1, 0), (summary.Incidents, summary.Events, summary.Checkpoints, summary.Uncovered, summary.Findings));
        Assert.Equal(Sample.Monday, summary.UncoveredSince);
    }

    [Fact]
    public async Task Every_county_has_checkpoints_of_its_own_that_follow_each_other()
    {
        await LiveAsync();
        await LiveAsync(OtherCounty);
        await SignAsync();
        await LiveAsync();
        await SignAsync();
        await SignAsync();

        var mine = await Storage.Record.ListAsync(s_county, 0, 500, Ct);
        var others = await Storage.Record.ListAsync(DivisionCode.Parse("652302000000"), 0, 500, Ct);

        Assert.Equal([(1, 5), (2, 5)], mine.Select(c => (c.Number, c.Count)));
        Assert.Equal([RecordHash.None, mine[0].Digest], mine.Select(c => c.Previous));
        Assert.Equal(mine[0].Through, mine[1].From);
        Assert.Equal([(1, 5)], others.Select(c => (c.Number, c.Count)));
        Assert.All(mine.Concat(others), c => Assert.True(_key.Verifies(c)));
        Assert.Equal([2], (await Storage.Record.ListAsync(s_county, 1, 500, Ct)).Select(c => c.Number));
        Assert.Equal([1], (await Storage.Record.ListAsync(s_county, 0, 1, Ct)).Select(c => c.Number));
    }

    [Fact]
    public async Task Of_two_that_sign_the_same_events_one_stands_back()
    {
        await LiveAsync();
        var signers = Enumerable.Range(0, 4).Select(_ => new RecordSigner(Storage.Record, _key, TimeProvider.System));

        var stretches = await Task.WhenAll(signers.Select(s => Task.Run(() => s.SignNextAsync(Ct), Ct)));

        Assert.Single(stretches, s => s.Checkpoints == 1);
        Assert.Single(await Storage.Record.ListAsync(s_county, 0, 500, Ct));
        Assert.Empty((await VerifyAsync()).Findings);
    }

    [Fact]
    public async Task Keys_that_followed_each_other_are_all_believed_where_they_are_all_given()
    {
        using var next = RecordKey.New();
        await LiveAsync();
        await SignAsync();
        await LiveAsync();
        await new RecordSigner(Storage.Record, next, TimeProvider.System).SignNextAsync(Ct);

        Assert.Empty((await VerifyAsync([_key, next])).Findings);
        Assert.Equal([(RecordFindingKind.UnknownKey, $"county {s_county} checkpoint 2")], await NamesAsync());
    }

    [Fact]
    public async Task The_newest_checkpoints_taken_away_with_all_that_they_cover_are_named_by_a_copy_that_was_kept()
    {
        await LiveAsync();
        await SignAsync();
        var from = await Storage.Record.ReadPositionAsync(Ct);
        var id = await LiveAsync();
        await SignAsync();
        var kept = await Storage.Record.ListAsync(s_county, 0, 500, Ct);

        await Storage.TamperAsync($"""
            DELETE FROM incident_event WHERE id = {Sql(id)};
            DELETE FROM incident WHERE id = {Sql(id)};
            DELETE FROM record_checkpoint WHERE number = 2;
            {WindBack(from)}
            """);

        Assert.Empty((await VerifyAsync()).Findings);
        Assert.Equal([(RecordFindingKind.Missing, $"county {s_county} checkpoint 2")], Names((await VerifyAsync([_key], kept)).Findings));
    }

    [Fact]
    public async Task A_history_that_was_written_and_signed_anew_is_not_the_one_of_which_a_copy_was_kept()
    {
        await LiveAsync();
        await SignAsync();
        var kept = await Storage.Record.ListAsync(s_county, 0, 500, Ct);
        await Storage.TamperAsync($"""
            DELETE FROM incident_event; DELETE FROM incident; DELETE FROM record_checkpoint;
            {WindBack(FeedPosition.Start)}
            """);
        await LiveAsync();
        await SignAsync();

        Assert.Empty((await VerifyAsync()).Findings);
        Assert.Equal([(RecordFindingKind.Changed, $"county {s_county} checkpoint 1")], Names((await VerifyAsync([_key], kept)).Findings));
    }

    [Fact]
    public async Task What_is_from_before_the_record_is_covered_from_then_on_and_goes_on()
    {
        var report = Sample.Report();
        var acceptance = Sample.Then(report.State, new AcceptIncident(), Sample.Monday.AddMinutes(1));
        await Storage.Journal.StoreAsync(report);
        await Storage.Journal.StoreAsync(acceptance);
        await Storage.TamperAsync("UPDATE incident_event SET hash = NULL");
        await SignAsync();

        Assert.Equal(acceptance.After.Hash, (await Storage.Journal.LoadAsync(report.State.Id, Ct))!.Hash);
        await Storage.Journal.StoreAsync(Sample.Then(acceptance.State, new SubmitResult("修好了"), Sample.Monday.AddMinutes(2)));
        await SignAsync();
        Assert.Empty((await VerifyAsync()).Findings);

        await Storage.TamperAsync($"UPDATE incident_event SET body = replace(body, '水管爆裂', '水管完好') WHERE id = {Sql(report.State.Id)}");

        Assert.Contains((RecordFindingKind.Changed, $"incident {report.State.Id} event 1"), await NamesAsync());
    }

    /// <summary>What the store says is covered.</summary>
    protected abstract string WindBack(FeedPosition position);

    protected abstract string Bytes(ReadOnlySpan<byte> bytes);

    private string Bytes(RecordHash hash) => Bytes(hash.ToBytes());

    private static string Text(ReadOnlySpan<byte> json) => $"'{Encoding.UTF8.GetString(json).Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>An incident of five events: reported, accepted, result, checked, closed.</summary>
    private async Task<IncidentId> LiveAsync(string place = Sample.GridOne)
    {
        var report = Sample.Report(place: place);
        var state = await Storage.Journal.StoreAsync(report);
        state = await Storage.Journal.StoreAsync(Sample.Then(state, new AcceptIncident(), Sample.Monday.AddMinutes(1)));
        state = await Storage.Journal.StoreAsync(Sample.Then(state, new SubmitResult("修好了"), Sample.Monday.AddMinutes(2)));
        state = await Storage.Journal.StoreAsync(Sample.Then(state, new CheckResult(Passed: true, ""), Sample.Monday.AddMinutes(3)));
        return state.Id;
    }

    private Task<SignedStretch> SignAsync() => new RecordSigner(Storage.Record, _key, TimeProvider.System).SignNextAsync(Ct);

    private async Task<ImmutableArray<(RecordFindingKind Kind, string Where)>> NamesAsync() => Names((await VerifyAsync()).Findings);

    private static ImmutableArray<(RecordFindingKind Kind, string Where)> Names(IEnumerable<RecordFinding> findings) => [.. findings.Select(f => (f.Kind, f.Where))];

    private Task<(RecordSummary Summary, List<RecordFinding> Findings)> VerifyAsync() => VerifyAsync([_key]);

    private async Task<(RecordSummary Summary, List<RecordFinding> Findings)> VerifyAsync(ImmutableArray<RecordKey> keys, ImmutableArray<Checkpoint>? kept = null)
    {
        var findings = new List<RecordFinding>();
        await using var record = await Storage.RecordReader.OpenAsync(Ct);
        var summary = await new RecordVerification(record, keys, kept ?? [], findings.Add).RunAsync(Ct);
        Assert.Equal(findings.Count, summary.Findings);
        return (summary, findings);
    }
}
