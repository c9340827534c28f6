using GridActors.ApiHost.Access;
using GridActors.Core.Access;

namespace GridActors.ApiHost.Open311;

/// <summary>
/// Open311 GeoReport v2. It is described by a specification of its own, and is not in the OpenAPI document. Each address exists with
/// the format as its ending and without.
/// </summary>
internal static class Open311Endpoints
{
    /// <summary>Everything below it speaks Open311, errors included.</summary>
    public const string Root = "/open311";

    public const string Base = "/open311/v2";

    private const string Format = "{format:regex(^(xml|json)$)}";

    public static IServiceCollection AddOpen311(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<Open311Options>(configuration.GetSection(Open311Options.Section))
        .AddSingleton<IOpen311Keys, PlatformKeys>()
        .AddSingleton<Open311Calls>();

    public static void MapOpen311(this IEndpointRouteBuilder routes)
    {
        var open311 = routes.MapGroup(Base).ExcludeFromDescription();
        open311.Map(HttpMethods.Get, "/discovery", Open311Discovery.ReadAsync, Permission.ReadPublic);
        open311.Map(HttpMethods.Get, "/services", Open311Services.ListAsync, Permission.ReadPublic);
        open311.Map(HttpMethods.Get, "/services/{code}", Open311Services.FindAsync, Permission.ReadPublic);
        open311.Map(HttpMethods.Post, "/requests", Open311Reports.ReportAsync, Permission.Report);
        open311.Map(HttpMethods.Get, "/tokens/{id}", Open311Requests.FindByTokenAsync, Permission.ReadPublic);
        // A tracking code opens one request; a list without codes asks for more than that by itself.
        open311.Map(HttpMethods.Get, "/requests", Open311Requests.ListAsync, Permission.ReadPublic);
        open311.Map(HttpMethods.Get, "/requests/{id}", Open311Requests.FindAsync, Permission.ReadPublic);
        open311.Map(HttpMethods.Get, "/servicerequestupdates", Open311Updates.ListAsync, Permission.ReadPublic);
        open311.Map(HttpMethods.Post, "/servicerequestupdates", Open311Updates.AddAsync, Permission.Report);
    }

    private static void Map(this RouteGroupBuilder open311, string method, string path, Delegate handler, Permission permission)
    {
        open311.MapMethods(path, [method], handler).Needs(permission);
        open311.MapMethods($"{path}.{Format}", [method], handler).Needs(permission);
    }
}
