namespace GridActors.Api.Tests.Access;

/// <summary>A host that takes the tokens of an issuer, which keeps grants in a claim of its own choice; nothing is open for operators.</summary>
public sealed class AuthorityApi : ApiFixture
{
    private readonly TestAuthority _authority;

    public AuthorityApi()
        : this(new TestAuthority())
    {
    }

    private AuthorityApi(TestAuthority authority)
        : base($"--Auth:Authority={authority.Address}", $"--Auth:Audience={TestAuthority.Audience}", "--Auth:Claims:Grants=roles", "--Auth:OpenOperations=false") =>
        _authority = authority;

    internal TestAuthority Authority => _authority;

    public override async ValueTask InitializeAsync()
    {
        await _authority.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _authority.DisposeAsync();
    }
}
