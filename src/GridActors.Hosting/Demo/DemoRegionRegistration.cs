using GridActors.Hosting.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Hosting.Demo;

public static class DemoRegionRegistration
{
    /// <summary>Imports the demo region at the first start. Call it behind the silo's registration: hosted services start in their order.</summary>
    public static IServiceCollection AddDemoRegion(this IServiceCollection services) =>
        services.AddReferenceImport().AddHostedService<DemoRegionStartup>();
}
