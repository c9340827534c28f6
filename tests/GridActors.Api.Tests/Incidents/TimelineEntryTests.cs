using System.Text.Json;
using GridActors.ApiHost.Incidents;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;

namespace GridActors.Api.Tests.Incidents;

public sealed class TimelineEntryTests
{
    private static readonly DateTimeOffset _noon = new(2025, 1, 2, 12, 0, 0, 250, TimeSpan.FromHours(8));
    private static readonly Post _township = Post.Of(DivisionCode.Parse(Demo.Township));
    private static readonly Post _county = Post.Of(DivisionCode.Parse(Demo.County));

    [Fact]
    public void A_climb_shows_the_posts_the_deadline_and_the_reason()
    {
        var why = new Explanation(_noon, RoutingRule.AcceptLimitExpired, _county, [_township], 3, 1);
        var climb = new IncidentEscalated(_noon, Actor.Clock, _township, _county, _noon, new Deadline(_noon.AddMinutes(15), IsProvisional: false), why);

        var entry = TimelineEntry.Of(climb, 2);

        Assert.Equal((2, "escalated", Actor.Clock), (entry.Version, entry.Kind, entry.By));
        Assert.Equal(["acceptDue", "from", "missedDue", "to", "why"], entry.Data.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal("""{"tier":"county","divisionCode":"652390000000"}""", entry.Data.GetProperty("to").GetRawText());
        Assert.Equal("2025-01-02T04:00:00.250Z", entry.Data.GetProperty("missedDue").GetString());
        Assert.Equal("accept_limit_expired", entry.Data.GetProperty("why").GetProperty("rule").GetString());
    }

    [Fact]
    public void An_event_that_says_nothing_more_has_empty_data()
    {
        var entry = TimelineEntry.Of(new HandlingStarted(_noon, Actor.Of(_township)), 3);

        Assert.Equal(JsonValueKind.Object, entry.Data.ValueKind);
        Assert.Empty(entry.Data.EnumerateObject());
    }
}
