using GridActors.ApiHost.Access;
using GridActors.Core.Access;
using Scalar.AspNetCore;

namespace GridActors.ApiHost.OpenApi;

/// <summary>The OpenAPI document and the page that shows it. The page loads nothing from outside: it works on a network of its own.</summary>
internal static class ApiDocumentation
{
    public const string DocumentPath = "/openapi/v1.json";
    public const string PagePath = "/docs";

    private const string PagePolicy =
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:";

    public static IServiceCollection AddApiDocumentation(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("v1/", StringComparison.Ordinal) == true;
        options.AddSchemaTransformer<WireSchemas>();
        options.AddOperationTransformer<AccessDocumentation>();
        options.AddDocumentTransformer<DocumentRules>();
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "GridActors";
            document.Info.Version = "1";
            document.Info.Description = "Routing of civic incidents. Every refusal is a problem (RFC 9457) with a stable code; instants are RFC 3339 in UTC.";
            return Task.CompletedTask;
        });
    });

    /// <summary>Has the browser see to it that the page gets nothing from outside, whatever its script would like to.</summary>
    public static void UseApiDocumentationPolicy(this IApplicationBuilder app) => app.UseWhen(
        http => http.Request.Path.StartsWithSegments(PagePath),
        page => page.Use((http, next) =>
        {
            http.Response.Headers.ContentSecurityPolicy = PagePolicy;
            return next(http);
        }));

    public static void MapApiDocumentation(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json").Needs(Permission.ReadPublic);
        routes.MapScalarApiReference(PagePath, options => options
            .WithTitle("GridActors")
            .WithOpenApiRoutePattern(DocumentPath)
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideClientButton()
            .HideDeveloperTools()).Needs(Permission.ReadPublic);
    }
}
