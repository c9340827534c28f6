using System.Net.Http.Headers;
using System.Text;
using GridActors.Api.Tests;
using GridActors.Api.Tests.OpenApi;
using GridActors.ApiHost;
using GridActors.Core.Access;
using GridActors.Hosting.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(ApiFixture))]

namespace GridActors.Api.Tests;

/// <summary>The real host on a free port, with a data directory of its own and the demo region in it. Shared by all tests: each uses keys of its own.</summary>
/// <remarks>Without more said, whoever calls has every role in every place.</remarks>
public class ApiFixture : IAsyncLifetime, IApiClient
{
    private static readonly string[] _everything =
    [
        $"worker:all:{Demo.Worker}", $"worker:all:{Demo.Colleague}", "centre_operator:all", "supervisor:all", "auditor:all", "administrator:all",
        $"department:all:{Demo.County}/housing", $"department:all:{Demo.County}/fire", $"department:all:{Demo.County}/traffic-police",
    ];

    private readonly string _dataDirectory = Directory.CreateTempSubdirectory("gridactors-api-").FullName;
    private readonly WebApplication _app;

    public ApiFixture()
        : this([])
    {
    }

    protected ApiFixture(params string[] settings)
        : this(_ => { }, settings)
    {
    }

    /// <param name="replaceServices">What stands in for services of the product.</param>
    protected ApiFixture(Action<IServiceCollection> replaceServices, params string[] settings) => _app = ApiApplication.Build(
        [
            "--urls=http://127.0.0.1:0",
            "--environment=Development",
            $"--GridActors:DataDirectory={_dataDirectory}",
            "--RateLimits:AnonymousPerMinute=0",
            "--RateLimits:CallerPerMinute=0",
            .. settings,
        ],
        replaceServices);

    public HttpClient Http { get; private set; } = null!;

    public AuthenticationHeaderValue? Authorization { get; private set; }

    public IServiceProvider Services => _app.Services;

    public string DataDirectory => _dataDirectory;

    /// <summary>To put something in front of the endpoints, before it starts.</summary>
    protected WebApplication App => _app;

    public virtual async ValueTask InitializeAsync()
    {
        await _app.StartAsync(TestContext.Current.CancellationToken);
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        // Headers go out as they are in the test, also where no honest client would send them.
        var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        Http = new HttpClient(new DocumentedAnswers(handler)) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(60) };
        Authorization = Services.GetService<DevelopmentIssuer>() is null ? null : Show(_everything);
    }

    /// <summary>Calls as somebody with these grants.</summary>
    internal ApiCaller As(params string[] grants) => new(Http, Show(grants));

    /// <summary>Calls without a login.</summary>
    internal ApiCaller AsNobody() => new(Http, null);

    /// <summary>Calls with whatever is in the header.</summary>
    internal ApiCaller With(AuthenticationHeaderValue authorization) => new(Http, authorization);

    /// <summary>A token of this host's development issuer.</summary>
    internal string IssueToken(DateTimeOffset from, params string[] grants) =>
        Services.GetRequiredService<DevelopmentIssuer>().IssueToken("tester", [.. grants.Select(Read)], from, TimeSpan.FromHours(8));

    public virtual async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        GC.SuppressFinalize(this);
        try
        {
            Directory.Delete(_dataDirectory, recursive: true);
        }
        catch (IOException)
        {
            // Something in it is being closed this moment: it is a temporary directory, and no test's business.
            return;
        }
    }

    private AuthenticationHeaderValue Show(string[] grants) => new("Bearer", IssueToken(TimeProvider.System.GetUtcNow(), grants));

    private static Grant Read(string grant) => GrantText.TryRead(grant, out var read, out var problem) ? read : throw new ArgumentException(problem, nameof(grant));
}
