using GridActors.Core.Access;
using GridActors.Hosting;
using GridActors.Hosting.Access;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace GridActors.Api.Tests.Access;

public sealed class BearerTokensTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("gridactors-issuer-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task While_the_keys_of_the_issuer_cannot_be_read_nothing_is_said_about_a_token()
    {
        var options = new JwtBearerOptions { Authority = "http://127.0.0.1:9", Audience = "gridactors", RequireHttpsMetadata = false };
        new JwtBearerPostConfigureOptions().PostConfigure(JwtBearerDefaults.AuthenticationScheme, options);
        using var issuer = DevelopmentIssuer.Open(_directory);
        var token = issuer.IssueToken("tester", [], TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(1));

        var reading = await new BearerTokens(options, new AuthClaims(), TimeProvider.System).ReadAsync(token, TestContext.Current.CancellationToken);

        Assert.Equal(CredentialRefusal.AuthorityUnavailable, reading.Refusal);
        Assert.Equal(Caller.Anonymous, reading.Caller);
    }

    [Fact]
    public void The_key_of_the_development_issuer_is_made_once_and_only_its_owner_may_read_it()
    {
        using var first = DevelopmentIssuer.Open(Path.Combine(_directory, "new"));
        using var second = DevelopmentIssuer.Open(Path.Combine(_directory, "new"));

        var file = Assert.Single(Directory.GetFiles(Path.Combine(_directory, "new")));
        Assert.Equal(first.Key.KeyId, second.Key.KeyId);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void A_key_that_others_may_read_is_refused()
    {
        DevelopmentIssuer.Open(_directory).Dispose();
        var file = Assert.Single(Directory.GetFiles(_directory));
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Files have other permissions there.");
            return;
        }

        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var refused = Assert.Throws<ConfigurationRefusedException>(() => DevelopmentIssuer.Open(_directory));

        Assert.Contains("chmod 600", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_key_is_refused()
    {
        DevelopmentIssuer.Open(_directory).Dispose();
        File.WriteAllText(Assert.Single(Directory.GetFiles(_directory)), "no key");

        Assert.Throws<ConfigurationRefusedException>(() => DevelopmentIssuer.Open(_directory));
    }
}
