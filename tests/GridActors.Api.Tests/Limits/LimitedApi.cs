namespace GridActors.Api.Tests.Limits;

/// <summary>A host of its own with a limit that a test reaches, behind a proxy that says where its clients are.</summary>
public sealed class LimitedApi() : ApiFixture(
    "--RateLimits:AnonymousPerMinute=20",
    "--RateLimits:CallerPerMinute=10",
    "--Proxies:Known:0=127.0.0.0/8",
    "--Cors:Origins:0=https://board.example.org")
{
    public const int PerMinute = 20;

    public const int CallerPerMinute = 10;
}
