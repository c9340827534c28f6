using GridActors.Core.Access;

namespace GridActors.ApiHost.Open311;

/// <summary>Where no keys are kept, every key will do and stands for somebody without a login: it opens nothing but reports, which everybody may make.</summary>
internal sealed class PresentKeys : IOpen311Keys
{
    public ValueTask<Caller?> FindCallerAsync(string apiKey, CancellationToken ct) => ValueTask.FromResult<Caller?>(Caller.Anonymous);
}
