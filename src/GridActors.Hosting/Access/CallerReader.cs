using GridActors.Core.Access;
using Microsoft.Extensions.Primitives;

namespace GridActors.Hosting.Access;

/// <summary>Who a request comes from, by its <c>Authorization</c> header.</summary>
public sealed class CallerReader
{
    /// <summary>The subject of a caller with an API key begins with it, and no token's does.</summary>
    public const string KeySubject = "key:";

    /// <summary>What an answer of 401 asks for, as <c>WWW-Authenticate</c> has it.</summary>
    public const string Challenge = "Bearer realm=\"gridactors\", ApiKey realm=\"gridactors\"";

    public const int MaxSubjectLength = 255;

    private const string BearerScheme = "Bearer ";
    private const string KeyScheme = "ApiKey ";

    private readonly IBearerTokens _tokens;
    private readonly ApiKeys _keys;

    internal CallerReader(IBearerTokens tokens, ApiKeys keys) => (_tokens, _keys) = (tokens, keys);

    /// <summary>Whether a text can name somebody with a token, on a record and in a log.</summary>
    public static bool IsSubject(string? subject) => subject is { Length: >= 1 and <= MaxSubjectLength }
        && subject.All(c => c is > ' ' and < '\u007f')
        && !subject.StartsWith(KeySubject, StringComparison.Ordinal);

    /// <param name="authorization">The header; none makes the caller anonymous, and one that is not taken makes it nobody at all.</param>
    public ValueTask<CallerReading> ReadAsync(StringValues authorization, CancellationToken ct) => authorization switch
    {
        [] => ValueTask.FromResult(CallerReading.Of(Caller.Anonymous)),
        [{ } value] when value.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase) => _tokens.ReadAsync(value[BearerScheme.Length..].Trim(), ct),
        [{ } value] when value.StartsWith(KeyScheme, StringComparison.OrdinalIgnoreCase) => _keys.ReadAsync(value[KeyScheme.Length..].Trim(), ct),
        _ => ValueTask.FromResult(CallerReading.Refuse(CredentialRefusal.SchemeUnknown, "The Authorization header is sent once: Bearer and a token, or ApiKey and a key.")),
    };
}
