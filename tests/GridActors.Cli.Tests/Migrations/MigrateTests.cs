using GridActors.Testing;

namespace GridActors.Cli.Tests.Migrations;

public sealed class MigrateTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private const string Variable = "ConnectionStrings__GridActors";
    private const string Password = "s3cret-of-the-test";

    [Fact]
    public async Task An_empty_database_is_migrated_and_the_second_run_finds_nothing_to_do()
    {
        var database = server.CreateEmptyDatabase();

        var missing = await CommandLine.RunAsync("migrate", "--connection", database, "--list");
        var first = await CommandLine.RunAsync("migrate", "--connection", database);
        var second = await CommandLine.RunAsync("migrate", "--connection", database);
        var missingThen = await CommandLine.RunAsync("migrate", "--connection", database, "--list");

        Assert.Equal((0, 0, 0, 0), (missing.ExitCode, first.ExitCode, second.ExitCode, missingThen.ExitCode));
        Assert.Equal("missing  0001_incidents.sql", missing.FirstLine);
        Assert.Equal(missing.Output.Replace("missing ", "migrated", StringComparison.Ordinal), first.Output);
        Assert.Equal("The database is up to date.\n", second.Output);
        Assert.Equal("The database is up to date.\n", missingThen.Output);
        Assert.Equal("", missing.Error + first.Error + second.Error + missingThen.Error);
    }

    [Fact]
    public async Task Two_at_once_share_the_work()
    {
        var database = server.CreateEmptyDatabase();

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => CommandLine.RunAsync("migrate", "--connection", database))));

        Assert.All(both, run => Assert.Equal((0, ""), (run.ExitCode, run.Error)));
        Assert.Single(both, run => run.Output.Contains("migrated 0001_incidents.sql", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_database_the_arguments_are_wrong()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(Variable) is { Length: > 0 }, $"{Variable} names one.");

        var result = await CommandLine.RunAsync("migrate");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(Variable, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"Host=127.0.0.1;Port=1;Username=somebody;Password={Password}", 1)]
    [InlineData($"Hots=127.0.0.1;Password={Password}", 2)]
    [InlineData($"Host=127.0.0.1;Port=many;Password={Password}", 2)]
    [InlineData($"Host=127.0.0.1;Password={Password};Port", 2)]
    [InlineData(Password, 2)]
    public async Task What_is_wrong_with_a_connection_is_said_in_one_line_without_its_password(string connection, int exitCode)
    {
        var result = await CommandLine.RunAsync("migrate", "--connection", connection);

        Assert.Equal((exitCode, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("gridactors: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(result.Error.Length - 1, result.Error.IndexOf('\n', StringComparison.Ordinal));
        Assert.DoesNotContain(Password, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_login_is_a_fault_and_does_not_show_the_password()
    {
        var result = await CommandLine.RunAsync("migrate", "--connection", $"{server.CreateEmptyDatabase()};Password={Password};Username=nobody-of-that-name");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.DoesNotContain(Password, result.Error, StringComparison.Ordinal);
    }
}
