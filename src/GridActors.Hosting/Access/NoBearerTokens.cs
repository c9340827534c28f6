namespace GridActors.Hosting.Access;

/// <summary>Where no issuer is configured.</summary>
internal sealed class NoBearerTokens : IBearerTokens
{
    public ValueTask<CallerReading> ReadAsync(string token, CancellationToken ct) =>
        ValueTask.FromResult(CallerReading.Refuse(CredentialRefusal.TokensNotTaken, "No issuer of tokens is configured here: use an API key, or set Auth:Authority."));
}
