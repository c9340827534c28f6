using GridActors.Testing;

namespace GridActors.Process.Tests;

/// <summary>What a host that cannot start says, to an operator and to whatever watches its exit code.</summary>
public sealed class StartupTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HostProcess.Api, "GridActors__Silo=false", "ConnectionStrings:GridActors")]
    [InlineData(HostProcess.Api, "Clock__Speed=60;ConnectionStrings__GridActors=Host=127.0.0.1", "Clock:Speed")]
    [InlineData(HostProcess.Silo, "ConnectionStrings__GridActors=Hots=127.0.0.1~Password=hidden", "ConnectionStrings:GridActors")]
    [InlineData(HostProcess.Silo, "ConnectionStrings__GridActors=Host=127.0.0.1", "Access:TicketKey is missing")]
    [InlineData(HostProcess.Silo, "Access__TicketKey=dG9vIHNob3J0;ConnectionStrings__GridActors=Host=127.0.0.1", "Access:TicketKey is no key")]
    [InlineData(HostProcess.Silo, "GridActors__Address=silo-0;ConnectionStrings__GridActors=Host=127.0.0.1", "GridActors:Address")]
    [InlineData(HostProcess.Api, "ASPNETCORE_ENVIRONMENT=Production;Auth__DevelopmentIssuer=true", "Auth:DevelopmentIssuer")]
    [InlineData(HostProcess.Silo, "ASPNETCORE_ENVIRONMENT=Production;Auth__DevelopmentIssuer=true", "Auth:DevelopmentIssuer")]
    [InlineData(HostProcess.Api, "Auth__DevelopmentIssuer=true;Auth__Authority=https://id.example;Auth__Audience=gridactors", "Auth:DevelopmentIssuer")]
    [InlineData(HostProcess.Api, "Auth__Authority=https://id.example", "Auth:Audience")]
    [InlineData(HostProcess.Api, "ASPNETCORE_ENVIRONMENT=Production;Auth__Authority=http://id.example;Auth__Audience=gridactors", "Auth:Authority")]
    [InlineData(HostProcess.Api, "Auth__Claims__Grants=", "Auth:Claims:Grants")]
    public async Task A_configuration_that_is_wrong_ends_with_2_and_one_line_that_names_the_setting(string host, string settings, string named)
    {
        using var directory = new TemporaryDirectory();
        var environment = settings.Split(';').Select(s => s.Replace('~', ';').Split('=', 2)).ToDictionary(s => s[0], s => s[1]);
        environment["GridActors__DataDirectory"] = directory.Path;

        var (exitCode, process) = await HostProcess.RunToEndAsync(host, environment, Ct);

        await using (process)
        {
            AssertOneLine(2, named, exitCode, process);
            Assert.DoesNotContain("hidden", process.Output.Lines[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_database_that_was_not_migrated_or_is_not_there_ends_with_1_and_one_line()
    {
        await using var server = new PostgresServer();
        await server.InitializeAsync();
        var database = server.CreateEmptyDatabase();

        foreach (var (connectionString, named) in new[] { (database, "gridactors migrate"), ("Host=127.0.0.1;Port=1;Username=nobody;Password=hidden", "127.0.0.1:1") })
        {
            var (exitCode, process) = await HostProcess.RunToEndAsync(HostProcess.Silo, new Dictionary<string, string> { ["ConnectionStrings__GridActors"] = connectionString, ["Access__TicketKey"] = HostProcess.TicketKey }, Ct);

            await using (process)
            {
                AssertOneLine(1, named, exitCode, process);
                Assert.DoesNotContain("hidden", process.Output.Lines[0], StringComparison.Ordinal);
            }
        }
    }

    private static void AssertOneLine(int expected, string named, int exitCode, HostProcess process)
    {
        var all = string.Join('\n', process.Output.Lines);
        Assert.True(exitCode == expected, $"Exit code {exitCode}: {all}");
        Assert.True(process.Output.Lines.Count == 1, all);
        var line = Assert.Single(process.Errors.Lines);
        Assert.StartsWith("gridactors: ", line, StringComparison.Ordinal);
        Assert.Contains(named, line, StringComparison.Ordinal);
    }

    private sealed class TemporaryDirectory : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("gridactors-startup-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
