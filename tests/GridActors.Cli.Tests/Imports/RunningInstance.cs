using System.Net.Http.Headers;
using GridActors.ApiHost;
using GridActors.Cli.Tests.Imports;
using GridActors.Core.Access;
using GridActors.Hosting.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(RunningInstance))]

namespace GridActors.Cli.Tests.Imports;

/// <summary>
/// The real host with the small region, holding its data directory. A command that names the directory has to go through
/// its address. Each kind of file is imported by one test only.
/// </summary>
public sealed class RunningInstance : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly WebApplication _app;

    public RunningInstance()
    {
        Directory.CreateDirectory(DataDirectory);
        _app = ApiApplication.Build(["--urls=http://127.0.0.1:0", $"--GridActors:DataDirectory={DataDirectory}", "--GridActors:DemoRegion=false"]);
    }

    public HttpClient Http { get; private set; } = null!;

    private string DataDirectory => _folder.PathOf("data");

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(TestContext.Current.CancellationToken);
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        using var issuer = DevelopmentIssuer.Open(DataDirectory);
        var token = issuer.IssueToken("tester", [new Grant(CallerRole.Supervisor, "")], TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(8));
        Http = new HttpClient { BaseAddress = new Uri(address), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        SmallRegion.WriteTo(_folder);
        var imported = await CommandLine.RunAsync(SmallRegion.ImportFrom(_folder, DataDirectory));
        Assert.True(imported.ExitCode == 0, imported.Output + imported.Error);
    }

    internal async Task<CommandLine.CommandResult> ImportAsync(string kind, params IEnumerable<string> lines)
    {
        using var files = new TempFolder();
        return await CommandLine.RunAsync("import", "--data", DataDirectory, $"--{kind}", files.Write($"{kind}.csv", lines));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
