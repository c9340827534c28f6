using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Claims;
using GridActors.Core.Access;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace GridActors.Hosting.Access;

/// <summary>
/// Reads tokens. The verification and the discovery of the issuer's keys are those of the framework's JWT bearer options; its
/// request handler is not used, since a caller is more than a principal, and since a token that was verified a moment ago is not verified again.
/// </summary>
/// <param name="options">Whose tokens are taken.</param>
/// <param name="clock">The machine's: a token expires in real time, whatever the product's clock does.</param>
internal sealed class BearerTokens(JwtBearerOptions options, AuthClaims claims, TimeProvider clock) : IBearerTokens
{
    private const int MaxGrants = 64;
    private const int MaxRemembered = 10_000;

    /// <summary>A signing key that the issuer withdraws is trusted no longer than this.</summary>
    private static readonly TimeSpan _remembrance = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Remembered> _remembered = new(StringComparer.Ordinal);

    public async ValueTask<CallerReading> ReadAsync(string token, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_remembered.TryGetValue(token, out var known) && now < known.Until)
        {
            return CallerReading.Of(known.Caller);
        }

        if (!await HasKeysAsync(ct))
        {
            return CallerReading.Refuse(CredentialRefusal.AuthorityUnavailable, "The keys of the issuer cannot be read at the moment.");
        }

        var parameters = options.TokenValidationParameters.Clone();
        parameters.ConfigurationManager = options.ConfigurationManager as BaseConfigurationManager;
        var result = await options.TokenHandlers[0].ValidateTokenAsync(token, parameters);
        if (!result.IsValid)
        {
            return Refuse(result.Exception);
        }

        var reading = Read(result.ClaimsIdentity);
        if (reading.Refusal is null)
        {
            Remember(token, reading.Caller, Earlier(now + _remembrance, new DateTimeOffset(result.SecurityToken.ValidTo, TimeSpan.Zero)));
        }

        return reading;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static CallerReading Refuse(Exception? fault) => fault switch
    {
        SecurityTokenExpiredException => CallerReading.Refuse(CredentialRefusal.TokenExpired, "The token has expired: get a new one."),
        SecurityTokenNotYetValidException => CallerReading.Refuse(CredentialRefusal.TokenNotYetValid, "The token is not valid yet."),
        SecurityTokenInvalidAudienceException => CallerReading.Refuse(CredentialRefusal.TokenAudience, "The token is for another audience."),
        SecurityTokenInvalidIssuerException => CallerReading.Refuse(CredentialRefusal.TokenIssuer, "The token is of another issuer."),
        SecurityTokenInvalidSignatureException or SecurityTokenInvalidAlgorithmException or SecurityTokenInvalidSigningKeyException =>
            CallerReading.Refuse(CredentialRefusal.TokenSignature, "The token is not signed with a key of the issuer, by an algorithm that is taken."),
        SecurityTokenNoExpirationException or SecurityTokenInvalidLifetimeException => CallerReading.Refuse(CredentialRefusal.TokenMalformed, "The token has no time at which it expires."),
        _ => CallerReading.Refuse(CredentialRefusal.TokenMalformed, "The token is no signed JWT."),
    };

    private CallerReading Read(ClaimsIdentity identity)
    {
        if (identity.FindFirst(claims.Subject)?.Value is not { } subject || !CallerReader.IsSubject(subject))
        {
            return CallerReading.Refuse(CredentialRefusal.TokenSubject, $"The claim {claims.Subject} is missing, has blanks or other than printable ASCII characters, or looks like a key's.");
        }

        var grants = ImmutableArray.CreateBuilder<Grant>();
        foreach (var claim in identity.FindAll(claims.Grants))
        {
            var problem = "A grant is a text.";
            if (claim.ValueType != ClaimValueTypes.String || !GrantText.TryRead(claim.Value, out var grant, out problem))
            {
                return CallerReading.Refuse(CredentialRefusal.TokenGrants, $"Number {grants.Count + 1} in the claim {claims.Grants} cannot be read, so none is taken. {problem}");
            }

            grants.Add(grant);
        }

        return grants.Count > MaxGrants
            ? CallerReading.Refuse(CredentialRefusal.TokenGrants, $"The claim {claims.Grants} has more than {MaxGrants} grants.")
            : CallerReading.Of(new Caller(subject, grants.ToImmutable()));
    }

    /// <summary>Asked before, or a token would seem to be wrong where nobody could know.</summary>
    private async ValueTask<bool> HasKeysAsync(CancellationToken ct)
    {
        if (options.ConfigurationManager is not { } manager)
        {
            return true;
        }

        try
        {
            await manager.GetConfigurationAsync(ct);
            return true;
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or HttpRequestException)
        {
            return false;
        }
    }

    private void Remember(string token, Caller caller, DateTimeOffset until)
    {
        if (_remembered.Count >= MaxRemembered)
        {
            _remembered.Clear();
        }

        _remembered[token] = new Remembered(caller, until);
    }

    private sealed record Remembered(Caller Caller, DateTimeOffset Until);
}
