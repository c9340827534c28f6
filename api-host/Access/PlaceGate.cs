using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Divisions;

namespace GridActors.ApiHost.Access;

/// <summary>The first layer for reference data: by the code in the route. Who has no business there gets what an unknown code gets.</summary>
internal static class PlaceGate
{
    /// <summary>Only the places at and below those of the caller's grants.</summary>
    /// <param name="parameter">Of the route; the code of a division or a grid.</param>
    /// <param name="unknown">The answer to a code that there is not.</param>
    public static RouteHandlerBuilder OnlyBelow(this RouteHandlerBuilder endpoint, string parameter, Func<string, ProblemResult> unknown) =>
        endpoint.Gated(parameter, unknown, (caller, permission, code) => caller.Has(permission, code));

    /// <summary>Also the divisions above the places of the caller's grants, up to the prefecture: what is published there holds below.</summary>
    public static RouteHandlerBuilder OnlyAlong(this RouteHandlerBuilder endpoint, string parameter, Func<string, ProblemResult> unknown) =>
        endpoint.Gated(parameter, unknown, (caller, permission, code) => DivisionCode.TryParse(code, out var division) && caller.SeesAlong(permission, division));

    /// <summary>Whether a division is one of the caller's places, lies below one, or above one.</summary>
    public static bool SeesAlong(this Caller caller, Permission permission, DivisionCode division) => caller.Grants.Any(g =>
        AccessRules.Grants(g.Role, permission) && (g.Covers(division.ToString()) || g.Scope.StartsWith(division.Prefix, StringComparison.Ordinal)));

    private static RouteHandlerBuilder Gated(
        this RouteHandlerBuilder endpoint, string parameter, Func<string, ProblemResult> unknown, Func<Caller, Permission, string, bool> sees) => endpoint.AddEndpointFilter((context, next) =>
    {
        var http = context.HttpContext;
        var code = http.GetRouteValue(parameter) as string ?? "";
        return http.GetEndpoint()?.Metadata.GetMetadata<AccessRequirement>() is { } needed && sees(http.GetCaller(), needed.Permission, code)
            ? next(context)
            : ValueTask.FromResult<object?>(unknown(code));
    });
}
