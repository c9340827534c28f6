namespace GridActors.Cli.Tests.Access;

public sealed class ApiKeyTests
{
    [Fact]
    public async Task A_key_is_shown_once_listed_and_revoked()
    {
        using var folder = new TempFolder();

        var created = await CommandLine.RunAsync("api-key", "create", "--name", "import", "--grant", "administrator:652301", "--grant", "auditor:all", "--days", "90", "--data", folder.Path);
        var id = created.FirstLine.Split('.')[0];
        var listed = await CommandLine.RunAsync("api-key", "list", "--data", folder.Path);
        var revoked = await CommandLine.RunAsync("api-key", "revoke", id, "--data", folder.Path);
        var after = await CommandLine.RunAsync("api-key", "list", "--data", folder.Path);

        Assert.Equal((0, 0, 0, 0), (created.ExitCode, listed.ExitCode, revoked.ExitCode, after.ExitCode));
        Assert.StartsWith($"{id}  import  administrator:652301 auditor:all  until ", listed.FirstLine, StringComparison.Ordinal);
        Assert.DoesNotContain(created.FirstLine.Split('.')[1], listed.Output, StringComparison.Ordinal);
        Assert.Contains("revoked ", after.FirstLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api-key create --name x --grant supervisor:all")]
    [InlineData("api-key create --name x --days 1")]
    [InlineData("api-key create --grant supervisor:all --days 1")]
    [InlineData("api-key create --name x --grant supervisor --days 1")]
    [InlineData("api-key create --name x --grant supervisor:all --days 367")]
    [InlineData("api-key create --name x --grant supervisor:all --days 0")]
    [InlineData("api-key revoke no-key")]
    [InlineData("api-key revoke 00000000000000000000")]
    [InlineData("api-key list --connection Hots=127.0.0.1")]
    public async Task What_cannot_be_done_is_answered_with_one_line_and_the_exit_code_2(string arguments)
    {
        using var folder = new TempFolder();

        var result = await CommandLine.RunAsync([.. arguments.Split(' '), "--data", folder.Path]);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("gridactors: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(result.Error.Length - 1, result.Error.IndexOf('\n', StringComparison.Ordinal));
    }
}
