using System.Security.Cryptography;
using GridActors.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GridActors.Api.Tests.Access;

/// <summary>An OpenID Connect issuer as far as a verifier sees one: its configuration and its keys.</summary>
internal sealed class TestAuthority : IAsyncDisposable
{
    public const string Audience = "gridactors-test";

    private readonly RSA _key = RSA.Create(2048);
    private readonly WebApplication _app;

    public TestAuthority()
    {
        Address = $"http://127.0.0.1:{LoopbackPort.Or(0)}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add(Address);
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = Address, jwks_uri = $"{Address}/keys" }));
        _app.MapGet("/keys", () => Results.Json(new { keys = new[] { PublicKey() } }));
    }

    public string Address { get; }

    public SigningCredentials Signer => new(new RsaSecurityKey(_key) { KeyId = "1" }, SecurityAlgorithms.RsaSha256);

    public Task StartAsync() => _app.StartAsync(TestContext.Current.CancellationToken);

    /// <summary>A token as this issuer makes it.</summary>
    /// <param name="grants">What is in the claim; null for no such claim.</param>
    /// <param name="change">For one that is wrong.</param>
    public string IssueToken(object? grants, Action<SecurityTokenDescriptor>? change = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var token = new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = Audience,
            NotBefore = now,
            Expires = now.AddHours(1),
            SigningCredentials = Signer,
            Claims = new Dictionary<string, object> { ["sub"] = "9f1c" },
        };
        if (grants is not null)
        {
            token.Claims["roles"] = grants;
        }

        change?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private object PublicKey()
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = "1", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) };
    }
}
