using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using GridActors.Storage.Record;
using GridActors.Storage.Tests.Incidents;

namespace GridActors.Storage.Tests.Record;

public abstract partial class RecordContract
{
    [Fact]
    public async Task A_byte_of_an_event_that_was_changed_is_named()
    {
        var id = await LiveAsync();
        await SignAsync();

        await Storage.TamperAsync($"UPDATE incident_event SET body = replace(body, '修好了', '修坏了') WHERE id = {Sql(id)}");

        Assert.Contains((RecordFindingKind.Changed, $"incident {id} event 3"), await NamesAsync());
    }

    [Theory]
    [InlineData("kind = 'incident.urged.v1'")]
    [InlineData("actor = 'requester'")]
    [InlineData("at = (SELECT max(at) FROM incident_event)")]
    public async Task Any_column_of_an_event_that_was_changed_is_named(string change)
    {
        var id = await LiveAsync();
        await SignAsync();

        await Storage.TamperAsync($"UPDATE incident_event SET {change} WHERE id = {Sql(id)} AND version = 2");

        Assert.Contains((RecordFindingKind.Changed, $"incident {id} event 2"), await NamesAsync());
    }

    [Fact]
    public async Task A_change_whose_hashes_were_forged_with_it_is_named_by_the_checkpoint()
    {
        var (report, rest) = (Sample.Report(), Sample.Report());
        await Storage.Journal.StoreAsync(report);
        await Storage.Journal.StoreAsync(rest);
        await SignAsync();
        var forged = ((IncidentReported)report.Events[0]) with { Content = rest.State.Content with { Description = "什么也没有" } };
        var append = new IncidentAppend(null, [forged], IncidentEvolution.Evolve(null, forged));

        await Storage.TamperAsync($"""
            UPDATE incident_event SET body = {Text(append.Rows[0].Body)}, hash = {Bytes(append.Rows[0].Hash)} WHERE id = {Sql(report.State.Id)};
            UPDATE incident SET state = {Text(IncidentFormat.Write(append.State))} WHERE id = {Sql(report.State.Id)}
            """);

        Assert.Equal([(RecordFindingKind.Changed, $"incident {report.State.Id} event 1")], await NamesAsync());
    }

    [Fact]
    public async Task An_event_that_was_deleted_is_named()
    {
        var id = await LiveAsync();
        await SignAsync();

        await Storage.TamperAsync($"DELETE FROM incident_event WHERE id = {Sql(id)} AND version = 2");

        Assert.Equal([(RecordFindingKind.Missing, $"incident {id} event 2"), (RecordFindingKind.Missing, $"incident {id} event 2")], await NamesAsync());
    }

    [Fact]
    public async Task Two_events_of_an_incident_that_were_swapped_are_both_named()
    {
        var id = await LiveAsync();
        await SignAsync();

        await Storage.TamperAsync($"""
            UPDATE incident_event SET version = 1000 WHERE id = {Sql(id)} AND version = 2;
            UPDATE incident_event SET version = 2 WHERE id = {Sql(id)} AND version = 3;
            UPDATE incident_event SET version = 3 WHERE id = {Sql(id)} AND version = 1000
            """);

        var names = await NamesAsync();
        Assert.Contains((RecordFindingKind.Changed, $"incident {id} event 2"), names);
        Assert.Contains((RecordFindingKind.Changed, $"incident {id} event 3"), names);
    }

    [Fact]
    public async Task A_tail_that_was_cut_off_is_named()
    {
        var id = await LiveAsync();

        await Storage.TamperAsync($"DELETE FROM incident_event WHERE id = {Sql(id)} AND version > 2");

        Assert.Equal([.. Enumerable.Range(3, 3).Select(v => (RecordFindingKind.Missing, $"incident {id} event {v}"))], await NamesAsync());
    }

    [Fact]
    public async Task A_tail_that_was_cut_off_with_the_incident_wound_back_is_named_by_the_checkpoint()
    {
        var report = Sample.Report();
        var acceptance = Sample.Then(report.State, new AcceptIncident(), Sample.Monday.AddMinutes(1));
        await Storage.Journal.StoreAsync(report);
        await Storage.Journal.StoreAsync(acceptance);
        await SignAsync();

        await Storage.TamperAsync($"""
            DELETE FROM incident_event WHERE id = {Sql(report.State.Id)} AND version = 2;
            UPDATE incident SET version = 1, phase = 'Reported', state = {Text(IncidentFormat.Write(report.State))} WHERE id = {Sql(report.State.Id)}
            """);

        Assert.Equal([(RecordFindingKind.Missing, $"incident {report.State.Id} event 2")], await NamesAsync());
    }

    [Fact]
    public async Task An_incident_that_is_gone_altogether_is_named_by_the_checkpoint()
    {
        var id = await LiveAsync();
        await SignAsync();

        await Storage.TamperAsync($"DELETE FROM incident_event WHERE id = {Sql(id)}; DELETE FROM incident WHERE id = {Sql(id)}");

        Assert.Equal([.. Enumerable.Range(1, 5).Select(v => (RecordFindingKind.Missing, $"incident {id} event {v}"))], await NamesAsync());
    }

    [Fact]
    public async Task An_incident_of_which_only_the_events_are_left_is_named()
    {
        var id = await LiveAsync();

        await Storage.TamperAsync($"DELETE FROM incident WHERE id = {Sql(id)}");

        Assert.Equal([(RecordFindingKind.Missing, $"incident {id}")], await NamesAsync());
    }

    [Fact]
    public async Task A_state_that_its_events_do_not_make_is_named()
    {
        var id = await LiveAsync();

        await Storage.TamperAsync($"UPDATE incident SET state = replace(state, '水管爆裂', '水管完好') WHERE id = {Sql(id)}");

        Assert.Equal([(RecordFindingKind.Changed, $"incident {id}")], await NamesAsync());
    }

    [Fact]
    public async Task Events_of_two_incidents_that_changed_places_are_named()
    {
        var (one, other) = (await LiveAsync(), await LiveAsync());
        await SignAsync();

        await Storage.TamperAsync(SwapPlaces(one, other));

        var names = await NamesAsync();
        Assert.NotEmpty(names);
        Assert.All(names, n => Assert.Equal(RecordFindingKind.Moved, n.Kind));
        Assert.Contains($"incident {one} event 2", names.Select(n => n.Where));
    }

    [Fact]
    public async Task An_event_that_was_put_where_another_one_had_been_is_named_and_so_is_the_other()
    {
        var covered = await LiveAsync();
        await SignAsync();
        var later = await LiveAsync();

        await Storage.TamperAsync(SwapPlaces(covered, later));

        Assert.Equal(
            [(RecordFindingKind.Missing, $"incident {covered} event 1"), (RecordFindingKind.Added, $"incident {later} event 1")],
            (await NamesAsync()).Order());
    }

    [Fact]
    public async Task Checkpoints_that_were_changed_deleted_or_signed_by_somebody_else_are_named()
    {
        for (var i = 0; i < 5; i++)
        {
            await LiveAsync();
            await SignAsync();
        }

        using var stranger = RecordKey.New();
        var fourth = (await Storage.Record.ListAsync(s_county, 3, 1, Ct))[0];
        var forged = stranger.Sign(fourth with { Previous = RecordHash.None });
        await Storage.TamperAsync($"""
            UPDATE record_checkpoint SET count = count + 1 WHERE number = 1;
            DELETE FROM record_checkpoint WHERE number = 2;
            UPDATE record_checkpoint SET list = list_hash WHERE number = 3;
            UPDATE record_checkpoint SET previous = {Bytes(RecordHash.None)}, key_id = '{forged.KeyId}', signature = {Bytes([.. forged.Signature])} WHERE number = 4
            """);

        var names = await NamesAsync();

        Assert.Contains((RecordFindingKind.Changed, $"county {s_county} checkpoint 1"), names);
        Assert.Contains((RecordFindingKind.Missing, $"county {s_county} checkpoint 2"), names);
        Assert.Contains((RecordFindingKind.Changed, $"county {s_county} checkpoint 3"), names);
        Assert.Contains((RecordFindingKind.UnknownKey, $"county {s_county} checkpoint 4"), names);
        Assert.Contains(names, n => n.Kind == RecordFindingKind.Missing && n.Where.StartsWith("journal", StringComparison.Ordinal));
    }
}
