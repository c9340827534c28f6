using GridActors.Cli.Access;
using Microsoft.IdentityModel.JsonWebTokens;

namespace GridActors.Cli.Tests.Access;

public sealed class TokenTests
{
    [Fact]
    public async Task A_token_has_what_was_asked_for()
    {
        using var folder = new TempFolder();

        var result = await CommandLine.RunAsync(
            "token", "--role", "worker", "--scope", "652301001000", "--worker", "w-1", "--grant", "supervisor:all", "--subject", "wang", "--hours", "1", "--data", folder.Path);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var token = new JsonWebToken(result.FirstLine);
        Assert.Equal("wang", token.Subject);
        Assert.Equal(["worker:652301001:w-1", "supervisor:all"], token.Claims.Where(c => c.Type == "gridactors_grants").Select(c => c.Value));
        Assert.Equal(TimeSpan.FromHours(1), token.ValidTo - token.ValidFrom);
    }

    [Theory]
    [InlineData("token")]
    [InlineData("token --role supervisor")]
    [InlineData("token --scope 652301")]
    [InlineData("token --role mayor --scope 652301")]
    [InlineData("token --role supervisor --scope 65230")]
    [InlineData("token --role worker --scope 652301")]
    [InlineData("token --role supervisor --scope 652301 --worker w-1")]
    [InlineData("token --role worker --scope 652301 --worker w-1 --department 652301000000/housing")]
    [InlineData("token --worker w-1 --grant supervisor:all")]
    [InlineData("token --grant supervisor")]
    [InlineData("token --grant supervisor:all --hours 0")]
    [InlineData("token --grant supervisor:all --hours 8761")]
    [InlineData("token --grant supervisor:all --hours many")]
    [InlineData("token --grant supervisor:all --subject key:1")]
    public async Task What_cannot_be_granted_is_answered_with_one_line_and_the_exit_code_2(string arguments)
    {
        using var folder = new TempFolder();

        var result = await CommandLine.RunAsync([.. arguments.Split(' '), "--data", folder.Path]);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("gridactors: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(result.Error.Length - 1, result.Error.IndexOf('\n', StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void Outside_development_there_are_none(string environment)
    {
        using var folder = new TempFolder();

        var refused = Assert.Throws<UsageException>(() => TokenCommand.Issue(environment, folder.Path, "tester", TokenCommand.ReadGrants(["supervisor:all"]), 1));

        Assert.StartsWith("Tokens are made for trials", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
