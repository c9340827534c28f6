using System.Collections.Immutable;
using GridActors.Core.Access;
using GridActors.Hosting.Access;

namespace GridActors.Process.Tests.Fuzz;

/// <summary>Who sends the requests: half of them somebody of the demo region, the others nobody, or whoever shows what is not taken.</summary>
internal sealed class Logins
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>The first has every role in every place, and comes half of the time, so that much is done.</summary>
    private static readonly string[][] _holders =
    [
        ["administrator:all", "centre_operator:all", "supervisor:all", "auditor:all", "worker:all:yd-1001", "department:all:652390000000/housing"],
        ["administrator:all"],
        ["administrator:652390"],
        ["administrator:652390001", "centre_operator:652390001"],
        ["centre_operator:6523"],
        ["centre_operator:652390"],
        ["centre_operator:652390001"],
        ["centre_operator:652390001"],
        ["centre_operator:652390100"],
        ["worker:652390001001001:yd-1001"],
        ["worker:652390001001:yd-1002", "worker:652390001001002:yd-1004"],
        ["department:652390:652390000000/housing"],
        ["department:all:652390000000/fire", "department:all:652390000000/urban-management"],
        ["supervisor:652390001"],
        ["supervisor:all"],
        ["auditor:all"],
        ["auditor:652390"],
        ["requester:all"],
        [],
    ];

    private readonly Random _random;
    private readonly ImmutableArray<string> _tokens;
    private readonly ImmutableArray<string> _stale;

    /// <param name="dataDirectory">Of the host, which has its development issuer's key in it.</param>
    public Logins(string dataDirectory, Random random)
    {
        _random = random;
        var now = TimeProvider.System.GetUtcNow();
        using var issuer = DevelopmentIssuer.Open(dataDirectory);
        _tokens = [.. _holders.Select((grants, i) => issuer.IssueToken($"fuzz-{i}", [.. grants.Select(Read)], now, Lifetime))];
        _stale =
        [
            issuer.IssueToken("early", [Read("administrator:all")], now + Lifetime, Lifetime),
            issuer.IssueToken("late", [Read("administrator:all")], now - (2 * Lifetime), Lifetime),
        ];
    }

    /// <returns>The header; null for none.</returns>
    public string? Next(RandomText text) => _random.Next(20) switch
    {
        < 5 => $"Bearer {_tokens[0]}",
        < 10 => $"Bearer {_tokens[_random.Next(_tokens.Length)]}",
        10 when text.TrySeen("secret", out var key) => $"ApiKey {key}",
        11 => Untaken(text),
        _ => null,
    };

    private string Untaken(RandomText text)
    {
        var token = _tokens[_random.Next(_tokens.Length)];
        return _random.Next(8) switch
        {
            0 => $"Bearer {_stale[_random.Next(_stale.Length)]}",
            1 => $"Bearer {token[.._random.Next(token.Length)]}",
            2 => $"Bearer {token.Remove(_random.Next(token.Length), 1)}",
            3 => $"Bearer {token}, Bearer {token}",
            4 => $"ApiKey {text.Fresh()}.{text.Next()}",
            5 => $"Basic {Convert.ToBase64String("fuzz:fuzz"u8)}",
            6 => $"Bearer {text.Next()}",
            _ => text.Next(),
        };
    }

    private static Grant Read(string grant) => GrantText.TryRead(grant, out var read, out var problem) ? read : throw new ArgumentException(problem, nameof(grant));
}
