using GridActors.Core.Contacts;
using GridActors.Core.Incidents;
using static GridActors.Core.Tests.Incidents.Story;

namespace GridActors.Core.Tests.Contacts;

public sealed class ContactRetentionTests
{
    [Fact]
    public void It_is_kept_180_days_after_the_close()
    {
        var closed = Closed();

        Assert.Equal(closed.Incident.ClosedAt + TimeSpan.FromDays(180), ContactRetention.Default.Until(closed.Incident, closed.Now.AddDays(7)));
    }

    [Fact]
    public void While_it_is_open_it_is_kept_and_asked_again_after_a_day()
    {
        var open = Accepted();

        Assert.Equal(open.Now.AddDays(1001), ContactRetention.Default.Until(open.Incident, open.Now.AddDays(1000)));
    }

    [Fact]
    public void Reopened_it_is_kept_again()
    {
        var reopened = Closed();
        reopened.Do(new ReopenIncident(reopened.Incident.TrackingCode, "Not fixed"));

        Assert.Equal(reopened.Now.AddDays(1), ContactRetention.Default.Until(reopened.Incident, reopened.Now));
    }
}
