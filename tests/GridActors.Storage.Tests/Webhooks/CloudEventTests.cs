using System.Text;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using GridActors.Storage.Tests.Incidents;
using GridActors.Storage.Webhooks;

namespace GridActors.Storage.Tests.Webhooks;

/// <summary>What receivers get may grow but never change: somebody's program reads it.</summary>
public sealed class CloudEventTests
{
    private static readonly IncidentId _id = new(new Guid("0195596c-0000-7000-8000-000000000001"));

    [Fact]
    public Task A_report_is_sent_as_in_its_golden_file()
    {
        var report = Sample.Report(id: _id);

        return AssertGoldenAsync("reported", CloudEvent.Write(report.State, report.Events[0]));
    }

    [Fact]
    public Task A_close_is_sent_as_in_its_golden_file()
    {
        var incident = Sample.Report(id: _id).State;
        incident = Sample.Then(incident, new AcceptIncident(), Sample.Monday.AddMinutes(5)).State;
        incident = Sample.Then(incident, new SubmitResult("换了井盖", Actor.Of(incident.Holder)), Sample.Monday.AddMinutes(90)).State;
        var close = Sample.Then(incident, new CloseIncident(IncidentOutcome.Resolved), Sample.Monday.AddHours(2));

        return AssertGoldenAsync("closed", CloudEvent.Write(close.State, close.Events[^1]));
    }

    [Fact]
    public void Nothing_that_anybody_wrote_is_sent_and_nothing_to_follow_it_with()
    {
        var incident = Sample.Report(id: _id).State;
        var note = Sample.Then(incident, new AddNote("Wang, 13800000000", Actor.Of(incident.Holder)), Sample.Monday.AddMinutes(5));

        var sent = Encoding.UTF8.GetString(CloudEvent.Write(note.State, note.Events[0]));

        Assert.DoesNotContain("13800000000", sent, StringComparison.Ordinal);
        Assert.DoesNotContain(incident.TrackingCode.ToString(), sent, StringComparison.Ordinal);
        Assert.DoesNotContain(Encoding.UTF8.GetString(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(incident.Content.Description)).Trim('"'), sent, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_event_has_a_name_of_its_own()
    {
        var names = GoldenEvents.All.Select(CloudEvent.KindOf).ToList();

        Assert.Equal(IncidentEventKinds.All.Count(), names.Distinct().Count());
        Assert.All(names, n => Assert.True(CloudEvent.IsKind(n)));
        Assert.False(CloudEvent.IsKind("incident.reported.v1"));
    }

    private static async Task AssertGoldenAsync(string name, byte[] written)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Golden", "Webhooks", $"{name}.json");
        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), Encoding.UTF8.GetString(written) + '\n');
    }
}
