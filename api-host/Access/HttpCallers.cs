using GridActors.Core.Access;

namespace GridActors.ApiHost.Access;

/// <summary>The caller of a request, once it is established.</summary>
internal static class HttpCallers
{
    public static Caller GetCaller(this HttpContext http) => http.Features.Get<Caller>() ?? Caller.Anonymous;
}
