using GridActors.ApiHost.Incidents;
using GridActors.Contracts.Incidents;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Access;
using GridActors.Core.Incidents;
using GridActors.Hosting.Incidents;

namespace GridActors.Api.Tests.Incidents;

public sealed class LostCallsTests
{
    private static readonly IncidentReply _answer = new(null, IncidentRefusal.UnknownItem, Changed: false);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_report_that_was_lost_is_sent_again_until_it_is_answered(int lost)
    {
        var incident = new DeafIncident(lost, () => new TimeoutException());

        var reply = await LostCalls.RepeatAsync(incident, Report(), TestContext.Current.CancellationToken);

        Assert.Same(_answer, reply);
        Assert.Equal(lost + 1, incident.Calls.Count);
        Assert.Single(incident.Calls.Distinct());
    }

    [Fact]
    public async Task After_three_repeats_the_client_is_told()
    {
        var incident = new DeafIncident(int.MaxValue, () => new SiloUnavailableException());

        await Assert.ThrowsAsync<SiloUnavailableException>(async () => await LostCalls.RepeatAsync(incident, Report(), TestContext.Current.CancellationToken));

        Assert.Equal(3, incident.Calls.Count);
    }

    [Fact]
    public async Task A_journal_that_is_busy_is_the_client_s_to_wait_for()
    {
        var incident = new DeafIncident(1, () => new JournalBusyException());

        await Assert.ThrowsAsync<JournalBusyException>(async () => await LostCalls.RepeatAsync(incident, Report(), TestContext.Current.CancellationToken));

        Assert.Single(incident.Calls);
    }

    private static ReportIncident Report() => new(
        new IncidentId(Guid.CreateVersion7()),
        IncidentIds.NewTrackingCode(),
        ItemCode.Parse(Demo.TownshipItem),
        new ReportedPlace([], DivisionCode.Parse(Demo.County), null),
        new ReportContent("A lid is missing.", "api", null, null, ""),
        1);

    /// <summary>Loses its first calls.</summary>
    private sealed class DeafIncident(int lost, Func<Exception> fault) : IIncidentGrain
    {
        public List<IncidentCommand> Calls { get; } = [];

        public Task<IncidentReply> ExecuteAsync(IncidentCommand command, int? ifVersion, CancellationToken ct)
        {
            Calls.Add(command);
            return Calls.Count > lost ? Task.FromResult(_answer) : Task.FromException<IncidentReply>(fault());
        }

        public Task<IncidentAccess?> FindAccessAsync(CancellationToken ct) => Task.FromResult<IncidentAccess?>(null);
    }
}
