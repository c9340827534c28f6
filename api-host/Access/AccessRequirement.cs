using GridActors.Core.Access;

namespace GridActors.ApiHost.Access;

/// <summary>On an endpoint: the permission that its caller has to have.</summary>
internal sealed record AccessRequirement(Permission Permission);
