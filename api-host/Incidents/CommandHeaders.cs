using Microsoft.AspNetCore.Mvc;

namespace GridActors.ApiHost.Incidents;

/// <summary>What a command brings along beside its body.</summary>
internal sealed record CommandHeaders(
    [property: FromHeader(Name = "If-Match")] string? IfMatch,
    [property: FromHeader(Name = IdempotencyKeys.Header)] string? IdempotencyKey)
{
    /// <summary>The version that was seen, null for any; and the key under which it may be sent again.</summary>
    public (int? Version, string? Key) Read(HttpContext http, CommandReader reader)
    {
        if (!EntityTags.TryReadIfMatch(IfMatch, out var version))
        {
            reader.Problem("If-Match", "if_match_malformed", "If-Match is one version as the ETag has it, or *.");
        }

        if (!IdempotencyKeys.TryRead(http.Request.Headers[IdempotencyKeys.Header], out var key))
        {
            reader.Problem(IdempotencyKeys.Header, "idempotency_key_malformed", "An Idempotency-Key has 1 to 255 visible ASCII characters and is sent once.");
        }

        return (version, key);
    }
}
