using GridActors.Core.Access;

namespace GridActors.ApiHost.Access;

/// <summary>What an endpoint asks of its caller. One without it is closed to everybody.</summary>
internal static class EndpointAccess
{
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Permission permission)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AccessRequirement(permission));

    /// <summary>Whether the door lets a request through.</summary>
    public static bool IsLetIn(this HttpContext http) =>
        http.FindRefusedCredential() is null
        && http.GetEndpoint()?.Metadata.GetMetadata<AccessRequirement>() is { Permission: var needed }
        && http.GetCaller().Has(needed);
}
