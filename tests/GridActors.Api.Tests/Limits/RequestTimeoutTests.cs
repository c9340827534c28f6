using GridActors.ApiHost.Json;
using GridActors.ApiHost.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GridActors.Api.Tests.Limits;

public sealed class RequestTimeoutTests(ApiFixture api)
{
    [Fact]
    public async Task What_takes_too_long_is_given_up_and_may_be_tried_again()
    {
        var ct = TestContext.Current.CancellationToken;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = RequestTimeouts.PolicyOf(TimeSpan.FromMilliseconds(20)));
        await using var app = builder.Build();
        app.UseRequestTimeouts();
        app.MapGet("/slow", async (HttpContext http) => await new TaskCompletionSource().Task.WaitAsync(http.RequestAborted));
        await app.StartAsync(ct);

        using var http = new HttpClient();
        var response = await http.GetAsync(new Uri(new Uri(app.Urls.Single()), "/slow"), ct);

        Assert.Equal(503, (int)response.StatusCode);
        Assert.Equal("5", response.Headers.GetValues("Retry-After").Single());
        Assert.Contains("\"code\":\"timed_out\"", await response.Content.ReadAsStringAsync(ct), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_request_has_a_limit_of_its_time()
    {
        var options = api.Services.GetRequiredService<IOptions<RequestTimeoutOptions>>().Value;

        Assert.Equal(TimeSpan.FromSeconds(30), options.DefaultPolicy!.Timeout);
    }
}
