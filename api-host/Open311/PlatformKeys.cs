using GridActors.Core.Access;
using GridActors.Hosting.Access;

namespace GridActors.ApiHost.Open311;

/// <summary>The platform's own API keys: what one may do by Open311 is what it may do anywhere.</summary>
internal sealed class PlatformKeys(ApiKeys keys) : IOpen311Keys
{
    public async ValueTask<Caller?> FindCallerAsync(string apiKey, CancellationToken ct) =>
        await keys.ReadAsync(apiKey, ct) is { Refusal: null, Caller: { IsAnonymous: false } caller } ? caller : null;
}
