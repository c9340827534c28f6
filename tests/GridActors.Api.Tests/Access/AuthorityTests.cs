using System.Net.Http.Headers;
using System.Security.Cryptography;
using GridActors.Hosting.Access;
using Microsoft.IdentityModel.Tokens;

namespace GridActors.Api.Tests.Access;

/// <summary>Tokens of an ordinary issuer.</summary>
public sealed class AuthorityTests(AuthorityApi api) : IClassFixture<AuthorityApi>
{
    private readonly string[] _operator = ["centre_operator:652390", "worker:652390001:yd-1001"];

    [Fact]
    public async Task A_token_with_a_list_of_grants_has_all_of_them()
    {
        var answer = await GetAsync(api.Authority.IssueToken(_operator));

        Assert.Equal(200, answer.Number);
    }

    [Fact]
    public async Task A_single_grant_needs_no_list()
    {
        var answer = await GetAsync(api.Authority.IssueToken("supervisor:all"));

        Assert.Equal(200, answer.Number);
    }

    [Fact]
    public async Task A_token_without_the_claim_is_a_login_without_a_grant()
    {
        var answer = await GetAsync(api.Authority.IssueToken(null));

        Assert.Equal((403, "forbidden"), (answer.Number, answer.Code));
    }

    public static TheoryData<object> Malformed =>
    [
        "supervisor",
        "supervisor:",
        "supervisor:all,auditor:all",
        new[] { "supervisor:all", "mayor:all" },
        new[] { "supervisor:all", "" },
        new object[] { "supervisor:all", 5 },
        new object[] { new Dictionary<string, object> { ["role"] = "supervisor", ["scope"] = "" } },
        true,
        Enumerable.Repeat("supervisor:all", 65).ToArray(),
    ];

    [Theory]
    [MemberData(nameof(Malformed), DisableDiscoveryEnumeration = true)]
    public async Task A_grant_that_cannot_be_read_spoils_the_whole_token(object grants)
    {
        var answer = await GetAsync(api.Authority.IssueToken(grants));

        Assert.Equal((401, "token_invalid"), (answer.Number, answer.Code));
        Assert.Equal(["token_grants"], answer.ErrorCodes);
        Assert.Contains("roles", answer.Read("detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("key:0123456789abcdef")]
    [InlineData("two words")]
    [InlineData("\u202ename")]
    public async Task A_token_that_names_nobody_is_refused(string? subject)
    {
        var answer = await GetAsync(api.Authority.IssueToken(_operator, token => token.Claims["sub"] = subject!));

        Assert.Equal((401, "token_subject"), (answer.Number, Assert.Single(answer.ErrorCodes)));
    }

    [Fact]
    public async Task A_token_for_somebody_else_of_somebody_else_or_without_an_end_is_refused()
    {
        var others = new Dictionary<string, Action<SecurityTokenDescriptor>>
        {
            ["token_audience"] = token => token.Audience = "another",
            ["token_issuer"] = token => token.Issuer = "https://id.example",
            ["token_malformed"] = token => token.Expires = null,
            ["token_expired"] = token => (token.NotBefore, token.Expires) = (token.NotBefore!.Value.AddHours(-2), token.Expires!.Value.AddHours(-2)),
        };

        foreach (var (reason, change) in others)
        {
            var answer = await GetAsync(api.Authority.IssueToken(_operator, change));
            Assert.Equal((401, reason), (answer.Number, Assert.Single(answer.ErrorCodes)));
        }
    }

    [Fact]
    public async Task A_signature_that_others_could_make_is_none()
    {
        using var rsa = RSA.Create(2048);
        var shared = new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(64)) { KeyId = "1" };
        SigningCredentials?[] others = [null, new(new RsaSecurityKey(rsa) { KeyId = "1" }, SecurityAlgorithms.RsaSha256), new(shared, SecurityAlgorithms.HmacSha256)];

        foreach (var other in others)
        {
            var answer = await GetAsync(api.Authority.IssueToken(_operator, token => token.SigningCredentials = other));
            Assert.Equal((401, "token_signature"), (answer.Number, Assert.Single(answer.ErrorCodes)));
        }
    }

    [Fact]
    public async Task Beside_an_issuer_the_development_issuer_counts_nothing()
    {
        var directory = Directory.CreateTempSubdirectory("gridactors-issuer-");
        using var issuer = DevelopmentIssuer.Open(directory.FullName);

        var answer = await GetAsync(issuer.IssueToken("tester", [], TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(1)));

        Assert.Equal((401, "token_invalid"), (answer.Number, answer.Code));
        directory.Delete(recursive: true);
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/ops/orleans/")]
    public async Task What_is_for_operators_needs_an_administrator_unless_it_is_opened(string path)
    {
        var nobody = await api.AsNobody().GetAsync(path);
        var supervisor = await With(api.Authority.IssueToken("supervisor:all")).GetAsync(path);
        var administrator = await With(api.Authority.IssueToken("administrator:all")).GetAsync(path);

        Assert.Equal((401, 403, 200), (nobody.Number, supervisor.Number, administrator.Number));
    }

    private ApiCaller With(string token) => api.With(new AuthenticationHeaderValue("Bearer", token));

    private Task<ApiAnswer> GetAsync(string token) => With(token).GetAsync("/v1/incidents");
}
