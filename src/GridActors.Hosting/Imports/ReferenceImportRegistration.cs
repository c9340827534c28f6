using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GridActors.Hosting.Imports;

public static class ReferenceImportRegistration
{
    /// <summary>Adds <see cref="ReferenceImport"/>; the actors and the journal are added elsewhere.</summary>
    public static IServiceCollection AddReferenceImport(this IServiceCollection services)
    {
        services.TryAddSingleton<ReferenceImport>();
        return services;
    }
}
