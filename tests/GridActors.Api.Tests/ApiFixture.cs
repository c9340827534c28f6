using System.Text;
using GridActors.ApiHost;
using GridActors.Api.Tests;
using GridActors.Api.Tests.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(ApiFixture))]

namespace GridActors.Api.Tests;

/// <summary>The real host on a free port, with a data directory of its own and the demo region in it. Shared by all tests: each uses keys of its own.</summary>
public class ApiFixture : IAsyncLifetime
{
    private readonly string _dataDirectory = Directory.CreateTempSubdirectory("gridactors-api-").FullName;
    private readonly WebApplication _app;

    public ApiFixture()
        : this([])
    {
    }

    protected ApiFixture(params string[] settings) => _app = ApiApplication.Build(
    [
        "--urls=http://127.0.0.1:0",
        "--environment=Development",
        $"--GridActors:DataDirectory={_dataDirectory}",
        "--RateLimits:AnonymousPerMinute=0",
        .. settings,
    ]);

    public HttpClient Http { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(TestContext.Current.CancellationToken);
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        // Headers go out as they are in the test, also where no honest client would send them.
        var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        Http = new HttpClient(new DocumentedAnswers(handler)) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(60) };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_dataDirectory, recursive: true);
        GC.SuppressFinalize(this);
    }
}
