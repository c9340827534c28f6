namespace GridActors.Hosting.Access;

/// <summary>Configuration section <c>Auth</c>: whose word is taken for who a caller is.</summary>
public sealed class AuthOptions
{
    public const string Section = "Auth";

    /// <summary>The OpenID Connect issuer whose tokens are taken; its keys are read from <c>/.well-known/openid-configuration</c> below it.</summary>
    /// <value>An https address. Default none: then only API keys are taken, and in Development tokens of the development issuer.</value>
    public string? Authority { get; set; }

    /// <summary>Whom a token has to be for (<c>aud</c>). Needed with <see cref="Authority"/>.</summary>
    public string? Audience { get; set; }

    /// <summary>Which claims of a token are read.</summary>
    public AuthClaims Claims { get; set; } = new();

    /// <summary>Whether tokens of <c>gridactors token</c> are taken, signed with a key in the data directory. Refused outside Development, and beside an authority.</summary>
    /// <value>Default: in Development, where no authority is named.</value>
    public bool? DevelopmentIssuer { get; set; }

    /// <summary>Whether <c>/metrics</c> and the dashboard are open to everybody who reaches them; otherwise they need an administrator.</summary>
    /// <value>Default: in Development only.</value>
    public bool? OpenOperations { get; set; }
}
