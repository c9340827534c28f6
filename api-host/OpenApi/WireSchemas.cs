using System.Collections.Frozen;
using System.Text.Json;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Catalogue;
using GridActors.Core.Departments;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Webhooks;
using GridActors.Core.Workers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace GridActors.ApiHost.OpenApi;

/// <summary>Types that are written by a converter, which no schema can be read from: here is what they look like on the wire.</summary>
internal sealed class WireSchemas : IOpenApiSchemaTransformer
{
    private const string Department = "[0-9]{12}/[a-z0-9-]{2,32}";

    private static readonly FrozenDictionary<Type, string> _patterns = new Dictionary<Type, string>
    {
        [typeof(ApiKeyId)] = "^[0-9a-f]{20}$",
        [typeof(DivisionCode)] = "^[0-9]{12}$",
        [typeof(GridCode)] = "^[0-9]{15}$",
        [typeof(ItemCode)] = "^[0-9]{4}$",
        [typeof(IncidentId)] = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
        [typeof(WebhookId)] = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
        [typeof(DeliveryId)] = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
        [typeof(TrackingCode)] = "^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$",
        [typeof(BadgeId)] = "^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$",
        [typeof(WorkerId)] = "^[A-Za-z0-9._-]{1,64}$",
        [typeof(DepartmentCode)] = $"^{Department}$",
        [typeof(Actor)] = $"^(post:([0-9]{{12}}|[0-9]{{15}})|department:{Department}|worker:[A-Za-z0-9._-]{{1,64}}|requester|clock)$",
    }.ToFrozenDictionary();

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        var isNullable = type != context.JsonTypeInfo.Type;
        if (_patterns.TryGetValue(type, out var pattern))
        {
            // As an enum below.
            schema.Type = JsonSchemaType.String;
            schema.Pattern = pattern;
        }
        else if (type.IsEnum)
        {
            // It is a component: whoever may leave it out says so beside the reference.
            schema.Type = JsonSchemaType.String;
            schema.Enum = schema.Enum is null ? null : [.. schema.Enum.Where(word => word is not null && !JsonNullSentinel.IsJsonNullSentinel(word))];
        }
        else if (type == typeof(DateTimeOffset))
        {
            schema.Type = Text(isNullable);
        }
        else if (type == typeof(JsonElement))
        {
            schema.Type = JsonSchemaType.Object;
        }
        else if (type == typeof(Problem))
        {
            schema.Required?.Remove("errors");
        }
        else if (context.JsonTypeInfo.ElementType is { } element && _patterns.TryGetValue(element, out var ofElement))
        {
            schema.Items = EndpointDocumentation.Text(ofElement);
        }

        return Task.CompletedTask;
    }

    private static JsonSchemaType Text(bool isNullable) => isNullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
}
