using GridActors.Core.Access;
using GridActors.Hosting.Access;

namespace GridActors.ApiHost.Access;

/// <summary>The caller of a request, once it is established.</summary>
internal static class HttpCallers
{
    /// <summary>Anonymous where the request shows nothing, or nothing that is taken.</summary>
    public static Caller GetCaller(this HttpContext http) => http.Features.Get<Caller>() ?? Caller.Anonymous;

    /// <returns>Null where the request shows nothing, or something that is taken.</returns>
    public static RefusedCredential? FindRefusedCredential(this HttpContext http) => http.Features.Get<RefusedCredential>();

    public static void Establish(this HttpContext http, CallerReading reading)
    {
        http.Features.Set(reading.Caller);
        if (reading.Refusal is { } refusal)
        {
            http.Features.Set(new RefusedCredential(refusal, reading.Detail));
        }
    }
}
