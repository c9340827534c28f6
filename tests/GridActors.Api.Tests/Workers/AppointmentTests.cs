using System.Text;

namespace GridActors.Api.Tests.Workers;

public sealed class AppointmentTests(ApiFixture api)
{
    [Fact]
    public async Task A_worker_is_appointed_once_a_centre_has_verified_that_they_may_be_one()
    {
        var grid = await api.NewGridAsync(741);
        var appointment = new { gridCode = grid, role = "full_time", shifts = WorkerGrids.AllDay };

        var before = await api.TryWorkerAsync("ap-1", "appoint", appointment);
        var verified = await api.DoWorkerAsync("ap-1", "eligibility", new { verifiedBy = Demo.Township });
        var first = await api.DoWorkerAsync("ap-1", "appoint", appointment);
        var again = await api.DoWorkerAsync("ap-1", "appoint", appointment);

        Assert.Equal((422, "eligibility_not_verified"), (before.Number, before.Code));
        Assert.Equal(Demo.Township, verified.Read("eligibility", "by", "divisionCode"));
        Assert.Equal(first.Text, again.Text);
        Assert.Equal(["ap-1"], await api.OnDutyAsync(grid));
    }

    [Fact]
    public async Task A_grid_has_one_head_who_does_not_lead_the_village_committee()
    {
        var grid = await api.NewGridAsync(742);
        var head = new { gridCode = grid, role = "head", shifts = WorkerGrids.AllDay };
        await api.AppointAsync("ap-2", grid, "head");
        await api.DoWorkerAsync("ap-3", "eligibility", new { verifiedBy = Demo.Township });

        var unverified = await api.TryWorkerAsync("ap-3", "appoint", head);
        await api.DoWorkerAsync("ap-3", "eligibility", new { verifiedBy = Demo.Township, notCommitteeLeader = true });
        var second = await api.TryWorkerAsync("ap-3", "appoint", head);
        await api.DoWorkerAsync("ap-2", "end", new { gridCode = grid });
        await api.DoWorkerAsync("ap-3", "appoint", head);

        Assert.Equal((422, "committee_leader_not_ruled_out"), (unverified.Number, unverified.Code));
        Assert.Equal((409, "second_head"), (second.Number, second.Code));
        Assert.Contains("ap-2", second.Read("detail"), StringComparison.Ordinal);
        Assert.Equal(["ap-3"], await api.OnDutyAsync(grid));
    }

    [Fact]
    public async Task A_transfer_moves_role_and_shifts_and_keeps_the_former_duty_in_the_file()
    {
        var (from, to) = (await api.NewGridAsync(743), await api.NewGridAsync(744));
        await api.AppointAsync("ap-4", from);

        var moved = await api.DoWorkerAsync("ap-4", "transfer", new { from, to });

        Assert.Empty(await api.OnDutyAsync(from));
        Assert.Equal(["ap-4"], await api.OnDutyAsync(to));
        var duties = moved.Json.GetProperty("duties").EnumerateArray().Select(d => (d.GetProperty("place").GetProperty("divisionCode").GetString()!, d.GetProperty("holds").GetBoolean()));
        Assert.Equal([(from, false), (from, false), (to, true), (to, true)], duties.Order());
    }

    [Fact]
    public async Task A_cover_puts_a_worker_on_duty_in_another_grid_and_an_import_leaves_it()
    {
        var (own, other) = (await api.NewGridAsync(745), await api.NewGridAsync(746));
        await api.AppointAsync("ap-5", own, "head");
        await api.AppointAsync("ap-6", other, "head");
        await api.DoWorkerAsync("ap-6", "end", new { });

        var covered = await api.DoWorkerAsync("ap-5", "cover", new { gridCode = other, until = TimeProvider.System.GetUtcNow().AddDays(7) });
        using var csv = new StringContent($"worker_id,grid_code,role,shift_start,shift_end\nap-7,{other},head,00:00,12:00\nap-7,{other},head,12:00,00:00\n", Encoding.UTF8, "text/csv");
        var import = await api.SendAsync(HttpMethod.Post, "/v1/imports/workers", csv);

        Assert.Equal(200, import.Number);
        Assert.True(covered.Json.GetProperty("onDuty").GetBoolean());
        Assert.Equal(["ap-5", "ap-7"], await api.OnDutyAsync(other));
        Assert.Equal(["ap-5"], await api.OnDutyAsync(own));
    }

    [Fact]
    public async Task Shifts_hold_from_now_on()
    {
        var grid = await api.NewGridAsync(747);
        await api.AppointAsync("ap-8", grid);

        var changed = await api.DoWorkerAsync("ap-8", "shifts", new { gridCode = grid, shifts = new[] { new { start = "22:00", end = "06:00" } } });

        Assert.Equal("22:00", changed.Json.GetProperty("duties").EnumerateArray().Single().GetProperty("shift").GetProperty("start").GetString());
        Assert.Single((await api.GetAsync($"/v1/grids/{grid}")).Json.GetProperty("workers").EnumerateArray());
    }

    [Theory]
    [InlineData("appoint", """{"gridCode":"652390001001001","shifts":[{"start":"09:00","end":"19:00"}]}""", 400, "role_required")]
    [InlineData("appoint", """{"gridCode":"652390001001001","role":"full_time"}""", 400, "shifts_miscounted")]
    [InlineData("appoint", """{"gridCode":"652390001001001","role":"full_time","shifts":[{"start":"9","end":"19:00"}]}""", 400, "shift_malformed")]
    [InlineData("appoint", """{"gridCode":"6523","role":"full_time","shifts":[{"start":"09:00","end":"19:00"}]}""", 400, "grid_code_malformed")]
    [InlineData("appoint", """{"gridCode":"652390001001001","role":"duty","shifts":[{"start":"09:00","end":"19:00"}]}""", 422, "role_contradicts_post")]
    [InlineData("cover", """{"gridCode":"652390001001002"}""", 400, "until_required")]
    [InlineData("cover", """{"gridCode":"652390001001002","until":"2020-01-01T00:00:00Z"}""", 422, "period_out_of_range")]
    [InlineData("end", """{"gridCode":"652390001001002"}""", 409, "not_in_grid")]
    [InlineData("eligibility", """{"verifiedBy":"652390001001"}""", 422, "verifier_not_a_centre")]
    [InlineData("eligibility", """{"verifiedBy":"652399000000"}""", 400, "unknown_division")]
    [InlineData("eligibility", """{"verifiedBy":"652390001001001"}""", 400, "division_code_malformed")]
    public async Task What_is_wrong_with_a_change_has_a_code(string action, string body, int status, string code)
    {
        var answer = await api.PostTextAsync($"/v1/workers/{Demo.Worker}/{action}", body);

        Assert.Equal((status, code), (answer.Number, answer.Code));
    }

    [Fact]
    public async Task A_worker_whom_nobody_knows_cannot_be_changed()
    {
        var answer = await api.TryWorkerAsync("ap-nobody", "end", new { });

        Assert.Equal((404, "unknown_worker"), (answer.Number, answer.Code));
    }
}
