using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GridActors.ApiHost.Json;
using GridActors.Core.Access;
using GridActors.Core.Incidents;
using GridActors.Hosting.Incidents;
using Microsoft.Extensions.Primitives;

namespace GridActors.ApiHost.Incidents;

/// <summary>The Idempotency-Key header, and what follows from it. A key belongs to the caller that uses it; everybody without a login is one caller.</summary>
internal static class IdempotencyKeys
{
    public const string Header = "Idempotency-Key";

    private const string Anonymous = "anonymous";
    private const int MaxLength = 255;

    /// <summary>As much of a hash as tells a few keys of one incident apart.</summary>
    private const int KeyBytes = 16;
    private const int DigestBytes = 12;

    /// <summary>False for a key that is empty, too long, not visible ASCII, or sent twice; true with null where there is none.</summary>
    public static bool TryRead(StringValues header, out string? key)
    {
        key = header.Count == 1 ? header[0] : null;
        return header.Count == 0 || IsKey(key);
    }

    public static bool IsKey(string? text) => text is { Length: >= 1 and <= MaxLength } && text.All(c => c is >= '!' and <= '~');

    /// <summary>The incident that a caller's report under this key is, or becomes.</summary>
    public static IncidentId IncidentOf(Caller caller, string key) => IncidentIds.ForKey(ClientOf(caller), key);

    /// <summary>Marks a command as what the caller calls by this key.</summary>
    /// <param name="body">What was asked for, as it was read: a repeat may be written differently and says the same.</param>
    public static IncidentCommand Mark<TBody>(IncidentCommand command, Caller caller, string? key, TBody body)
        where TBody : class => key is null
        ? command
        : command with { Key = new CommandKey(HashOf(Encoding.UTF8.GetBytes($"{ClientOf(caller)}\n{key}"), KeyBytes), DigestOf(body)) };

    private static string ClientOf(Caller caller) => caller.IsAnonymous ? Anonymous : $"caller/{caller.Subject}";

    private static string DigestOf<TBody>(TBody body)
        where TBody : class
    {
        var type = body.GetType();
        var json = JsonSerializer.SerializeToUtf8Bytes(body, ApiJsonContext.Default.GetTypeInfo(type)!);
        return HashOf([.. Encoding.UTF8.GetBytes(type.Name), .. json], DigestBytes);
    }

    private static string HashOf(byte[] bytes, int length) => Base64Url.EncodeToString(SHA256.HashData(bytes).AsSpan(0, length));
}
