namespace GridActors.Hosting.Access;

/// <summary>The claims of a token that say who it is and what it may do. Others are not looked at.</summary>
public sealed class AuthClaims
{
    /// <summary>Has the stable name of whoever it is at the issuer.</summary>
    /// <value>Default <c>sub</c>.</value>
    public string Subject { get; set; } = "sub";

    /// <summary>Has one text or a list of texts, each a grant as <see cref="Core.Access.GrantText"/> reads it.</summary>
    /// <value>Default <c>gridactors_grants</c>.</value>
    public string Grants { get; set; } = "gridactors_grants";
}
