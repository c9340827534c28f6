using System.Text.Json;

namespace GridActors.Cli.Tests.Simulations;

public sealed class OtherCalendarTests
{
    private static readonly string[] _reports =
    [
        "holiday,2025-01-01T12:00:00+08:00,2025-01-02T14:00:00+08:00,0102,652301001001001,,,Paving loose,app",
        "urgent,2025-01-01T12:00:00+08:00,2025-01-01T13:00:00+08:00,0101,652301001001001,,,Lid missing,app",
    ];

    [Fact]
    public async Task What_another_calendar_would_have_changed_is_told_beside_what_was()
    {
        var result = await SimulationResult.UnderAsync([SmallRegion.HolidaysHeader, "2025-10-01,国庆节,true"], _reports);

        Assert.Equal((0, ""), (result.Command.ExitCode, result.Command.Error));
        Assert.Equal("township,0,2025-01-02T12:00:00+08:00,2025-01-01T12:37:00+08:00,2025-01-02T14:00:00+08:00,2025-01-02T14:00:00+08:00,false", result.OutcomeOf("holiday"));
        var other = result.Summary.GetProperty("otherCalendar");
        Assert.Equal((1, 1), (other.GetProperty("differing").GetInt32(), other.GetProperty("overdue").GetInt32()));
        var incident = Assert.Single(other.GetProperty("incidents").EnumerateArray());
        Assert.Equal("holiday", incident.GetProperty("id").GetString());
        Assert.Equal(("2025-01-02T12:00:00+08:00", "2025-01-01T14:00:00+08:00"), Both(incident, "acceptDue"));
        Assert.Equal(("2025-01-02T14:00:00+08:00", "2025-01-01T18:37:00+08:00"), Both(incident, "handleDue"));
        Assert.Contains("other.csv: 2 escalations, 1 overdue", result.Command.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_the_same_calendar_nothing_differs()
    {
        var result = await SimulationResult.UnderAsync(SmallRegion.Holidays, _reports);

        Assert.Equal(0, result.Summary.GetProperty("otherCalendar").GetProperty("differing").GetInt32());
    }

    [Fact]
    public async Task A_calendar_with_a_bad_row_is_said_to_be_bad() =>
        Assert.Equal(2, (await SimulationResult.UnderAsync([SmallRegion.HolidaysHeader, "2025-13-01,x,true"], _reports)).Command.ExitCode);

    private static (string?, string?) Both(JsonElement incident, string deadline) =>
        (incident.GetProperty("before").GetProperty(deadline).GetString(), incident.GetProperty("after").GetProperty(deadline).GetString());
}
