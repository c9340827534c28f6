using System.Text;
using GridActors.ApiHost.Open311;
using GridActors.Core.Access;
using GridActors.Core.Divisions;
using GridActors.Grains.Divisions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace GridActors.Api.Tests.Open311;

/// <summary>What every call has: a jurisdiction, and a caller.</summary>
public sealed class Open311CallsTests
{
    private const string Other = "652700000000";

    [Theory]
    [InlineData("", 400)]
    [InlineData("?jurisdiction_id=", 400)]
    [InlineData("?jurisdiction_id=652300000000", 0)]
    [InlineData("?jurisdiction_id=652700000000", 0)]
    [InlineData("?jurisdiction_id=652390000000", 0)]
    [InlineData("?jurisdiction_id=652390001000", 404)]
    [InlineData("?jurisdiction_id=652900000000", 404)]
    [InlineData("?jurisdiction_id=city.gov", 404)]
    public async Task Where_there_are_several_prefectures_one_has_to_be_named(string query, int status)
    {
        var http = Get(query);

        var (call, errors) = await Calls(Region(Demo.Prefecture, Other, Demo.County, Demo.Township)).ReadAsync(http, Cancelled);

        Assert.Equal(status == 0, call is not null);
        Assert.Equal(status, await StatusOfAsync(errors, http));
    }

    [Fact]
    public async Task The_only_prefecture_needs_no_name_and_without_any_nothing_is_found()
    {
        var (only, _) = await Calls(Region(Demo.Prefecture, Demo.County)).ReadAsync(Get(""), Cancelled);
        var http = Get("");
        var (none, errors) = await Calls(RegionSnapshot.Empty).ReadAsync(http, Cancelled);

        Assert.Equal(Demo.Prefecture, only!.Jurisdiction.ToString());
        Assert.Null(none);
        Assert.Equal(404, await StatusOfAsync(errors, http));
    }

    [Fact]
    public async Task A_form_needs_no_key_where_the_options_or_a_login_say_so()
    {
        var region = Region(Demo.Prefecture);
        var clerk = Post("service_code=0101");
        clerk.Features.Set(new Caller("clerk", []));
        var stranger = Post("service_code=0101");

        var open = await Calls(region, new Open311Options { RequiresApiKey = false }).ReadFormAsync(Post("service_code=0101"), Cancelled);
        var known = await Calls(region).ReadFormAsync(clerk, Cancelled);
        var refused = await Calls(region).ReadFormAsync(stranger, Cancelled);

        Assert.Equal("0101", open.Form?.Text("service_code"));
        Assert.NotNull(known.Call);
        Assert.Equal(403, await StatusOfAsync(refused.Errors, stranger));
    }

    [Fact]
    public async Task A_key_that_stands_for_nobody_changes_no_caller()
    {
        var http = Get("?api_key=anything");
        var supervisor = new Caller("s", [new Grant(CallerRole.Supervisor, "")]);
        http.Features.Set(supervisor);

        var (stranger, _) = await Calls(Region(Demo.Prefecture)).ReadAsync(Get("?api_key=anything"), Cancelled);
        var (known, _) = await Calls(Region(Demo.Prefecture)).ReadAsync(http, Cancelled);

        Assert.True(stranger!.Caller.IsAnonymous);
        Assert.Equal(supervisor, known!.Caller);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static RegionSnapshot Region(params string[] divisions) =>
        new(1, [.. divisions.Select(d => new RegionDivision(new Division(DivisionCode.Parse(d), d, ""), [], null, null))], []);

    private static Open311Calls Calls(RegionSnapshot region, Open311Options? options = null) =>
        new(new NobodysKeys(), new KnownRegion(region), Options.Create(options ?? new Open311Options()));

    private static DefaultHttpContext Get(string query) => new() { Request = { Path = "/open311/v2/requests.xml", QueryString = new QueryString(query) } };

    private static DefaultHttpContext Post(string form) => new()
    {
        Request = { Method = "POST", Path = "/open311/v2/requests.xml", ContentType = "application/x-www-form-urlencoded", Body = new MemoryStream(Encoding.UTF8.GetBytes(form)) },
    };

    /// <summary>0 where there is no error.</summary>
    private static async Task<int> StatusOfAsync(Open311Errors? errors, HttpContext http)
    {
        if (errors is null)
        {
            return 0;
        }

        await errors.ExecuteAsync(http);
        return http.Response.StatusCode;
    }

    private sealed class NobodysKeys : IOpen311Keys
    {
        public ValueTask<Caller?> FindCallerAsync(string apiKey, CancellationToken ct) => ValueTask.FromResult<Caller?>(Caller.Anonymous);
    }

    private sealed class KnownRegion(RegionSnapshot region) : IRegionDirectory
    {
        public ValueTask<RegionSnapshot> AtLeastAsync(int revision, CancellationToken ct) => ValueTask.FromResult(region);

        public Task<RegionSnapshot> RefreshAsync(CancellationToken ct) => Task.FromResult(region);
    }
}
