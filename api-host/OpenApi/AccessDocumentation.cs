using GridActors.ApiHost.Access;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace GridActors.ApiHost.OpenApi;

/// <summary>Says of each operation whether its caller has to log in, and how it is refused where not, or where it comes too often.</summary>
internal sealed class AccessDocumentation : IOpenApiOperationTransformer
{
    /// <summary>The two ways to log in; either does.</summary>
    public const string Token = "token";
    public const string Key = "key";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var needed = context.Description.ActionDescriptor.EndpointMetadata.OfType<AccessRequirement>().LastOrDefault()?.Permission;
        var isOpen = needed is { } permission && AccessRules.IsOpen(permission);
        operation.Security = isOpen ? [] : [Requirement(Token, context.Document), Requirement(Key, context.Document)];
        AddProblem(operation, StatusCodes.Status401Unauthorized, isOpen ? "The token or key is not taken." : "Nobody has logged in, or the token or key is not taken.", context.Document);
        if (!isOpen)
        {
            AddProblem(operation, StatusCodes.Status403Forbidden, "The caller may not do this, or not here.", context.Document);
        }

        AddProblem(operation, StatusCodes.Status429TooManyRequests, "Too many requests from this caller.", context.Document);
        AddProblem(operation, StatusCodes.Status503ServiceUnavailable, "Not now: try again after Retry-After.", context.Document);
        foreach (var status in new[] { "429", "503" })
        {
            var response = (OpenApiResponse)operation.Responses![status];
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers["Retry-After"] = new OpenApiHeader { Description = "Seconds to wait.", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer } };
        }

        return Task.CompletedTask;
    }

    private static OpenApiSecurityRequirement Requirement(string scheme, OpenApiDocument? document) => new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };

    private static void AddProblem(OpenApiOperation operation, int status, string description, OpenApiDocument? document)
    {
        operation.Responses ??= [];
        operation.Responses[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new OpenApiResponse
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType> { [ProblemResult.ContentType] = new() { Schema = new OpenApiSchemaReference(nameof(Problem), document) } },
        };
    }
}
