namespace GridActors.Hosting.Access;

/// <summary>Why what a caller showed is not taken.</summary>
public enum CredentialRefusal
{
    /// <summary>The Authorization header names another scheme, or is there twice.</summary>
    SchemeUnknown,

    /// <summary>No issuer of tokens is configured here.</summary>
    TokensNotTaken,

    /// <summary>It is no JWT, or lacks what every token has.</summary>
    TokenMalformed,

    /// <summary>Its signature is not one of the issuer's.</summary>
    TokenSignature,

    /// <summary>Another issuer made it.</summary>
    TokenIssuer,

    /// <summary>It is for somebody else.</summary>
    TokenAudience,

    /// <summary>Its time is over: a new one is needed.</summary>
    TokenExpired,

    /// <summary>Its time has not begun.</summary>
    TokenNotYetValid,

    /// <summary>It names nobody, or in a way that cannot be kept.</summary>
    TokenSubject,

    /// <summary>A grant in it cannot be read, so none of them is taken.</summary>
    TokenGrants,

    /// <summary>It is no key at all.</summary>
    KeyMalformed,

    /// <summary>There is no such key, or its secret is another one.</summary>
    KeyUnknown,

    /// <summary>Its time is over.</summary>
    KeyExpired,

    /// <summary>Somebody took it back.</summary>
    KeyRevoked,

    /// <summary>The issuer's keys cannot be read now: nothing is known about the token.</summary>
    AuthorityUnavailable,
}
