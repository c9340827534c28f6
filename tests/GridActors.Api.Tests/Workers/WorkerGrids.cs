using System.Globalization;

namespace GridActors.Api.Tests.Workers;

/// <summary>Grids of its own for each test, far from the demo region, and workers in them around the clock.</summary>
internal static class WorkerGrids
{
    public static object[] AllDay { get; } = [new { start = "00:00", end = "12:00" }, new { start = "12:00", end = "00:00" }];

    public static async Task<string> NewGridAsync(this ApiFixture api, int number)
    {
        var west = 70 + ((number - 740) * 0.1);
        var grid = new
        {
            code = $"{Demo.Village}{number}",
            name = $"grid {number}",
            kind = "urban",
            households = 250,
            boundaryWkt = string.Create(CultureInfo.InvariantCulture, $"POLYGON (({west} 41, {west + 0.05} 41, {west + 0.05} 41.1, {west} 41.1, {west} 41))"),
        };
        var answer = await api.PostAsync("/v1/grids/changes", new { kind = "new", grids = new[] { grid } });
        Assert.True(answer.Number == 200, answer.Text);
        return grid.code;
    }

    public static Task<ApiAnswer> TryWorkerAsync(this ApiFixture api, string worker, string action, object body) =>
        api.PostAsync($"/v1/workers/{worker}/{action}", body);

    /// <summary>Does something that is done.</summary>
    public static async Task<ApiAnswer> DoWorkerAsync(this ApiFixture api, string worker, string action, object body)
    {
        var answer = await api.TryWorkerAsync(worker, action, body);
        Assert.True(answer.Number == 200, $"{action}: {answer.Text}");
        return answer;
    }

    public static async Task AppointAsync(this ApiFixture api, string worker, string grid, string role = "full_time")
    {
        await api.DoWorkerAsync(worker, "eligibility", new { verifiedBy = Demo.Township, notCommitteeLeader = true });
        await api.DoWorkerAsync(worker, "appoint", new { gridCode = grid, role, shifts = AllDay });
    }

    public static async Task<string[]> OnDutyAsync(this ApiFixture api, string grid) =>
        [.. (await api.GetAsync($"/v1/grids/{grid}")).Json.GetProperty("onDuty").EnumerateArray().Select(w => w.GetString()!)];
}
