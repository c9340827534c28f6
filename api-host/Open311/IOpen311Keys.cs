using GridActors.Core.Access;

namespace GridActors.ApiHost.Open311;

/// <summary>What an api_key is worth.</summary>
internal interface IOpen311Keys
{
    /// <summary>Whom a key stands for; null where it is no key, or is one no longer.</summary>
    /// <param name="apiKey">As the client sent it, not empty.</param>
    ValueTask<Caller?> FindCallerAsync(string apiKey, CancellationToken ct);
}
