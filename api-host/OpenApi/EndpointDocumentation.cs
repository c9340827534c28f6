using System.Globalization;
using System.Text.Json.Nodes;
using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.Json;
using GridActors.ApiHost.Problems;
using GridActors.Core.Incidents;
using Microsoft.OpenApi;

namespace GridActors.ApiHost.OpenApi;

/// <summary>What the OpenAPI document says about an endpoint beyond its signature.</summary>
internal static class EndpointDocumentation
{
    public static RouteHandlerBuilder Answers<TResource>(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            endpoint.Produces<TResource>(status);
        }

        return endpoint;
    }

    /// <summary>Statuses that come with a <see cref="Problem"/>; 500 always is one.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            endpoint.Produces<Problem>(status, ProblemResult.ContentType);
        }

        return endpoint.Produces<Problem>(StatusCodes.Status500InternalServerError, ProblemResult.ContentType);
    }

    public static RouteHandlerBuilder AnswersWithHeader(this RouteHandlerBuilder endpoint, string name, string description, params int[] statuses) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            foreach (var status in statuses)
            {
                var response = (OpenApiResponse)operation.Responses![Invariant(status)];
                response.Headers ??= new Dictionary<string, IOpenApiHeader>();
                response.Headers[name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
            }

            return Task.CompletedTask;
        });

    public static RouteHandlerBuilder AnswersWithNextPage(this RouteHandlerBuilder endpoint) =>
        endpoint.AnswersWithHeader("Link", "The address of the next page, as rel=\"next\"; none on the last.", 200);

    public static RouteHandlerBuilder AnswersWithVersion(this RouteHandlerBuilder endpoint, params int[] statuses) =>
        endpoint.AnswersWithHeader("ETag", "The incident's version, for If-Match and If-None-Match.", statuses);

    /// <param name="schema">What its values look like; null where the signature says it.</param>
    /// <param name="isRequired">For one that the endpoint asks for itself, with a code of its own where it is missing.</param>
    public static RouteHandlerBuilder DescribesParameter(this RouteHandlerBuilder endpoint, string name, string description, OpenApiSchema? schema = null, bool isRequired = false) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            var parameter = operation.Parameters?.OfType<OpenApiParameter>().SingleOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))
                ?? throw new InvalidOperationException($"{operation.OperationId} has no parameter {name} to describe.");
            parameter.Description = description;
            parameter.Schema = schema ?? parameter.Schema;
            parameter.Required |= isRequired;
            return Task.CompletedTask;
        });

    /// <summary>The endpoint reads an absent body as an empty one; a body with fields that are needed is needed itself.</summary>
    public static RouteHandlerBuilder NeedsBody(this RouteHandlerBuilder endpoint) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            ((OpenApiRequestBody)operation.RequestBody!).Required = true;
            return Task.CompletedTask;
        });

    public static RouteHandlerBuilder DescribesIncidentId(this RouteHandlerBuilder endpoint) =>
        endpoint.DescribesParameter("id", "The incident's id.", new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" });

    public static RouteHandlerBuilder DescribesCommandHeaders(this RouteHandlerBuilder endpoint) => endpoint
        .DescribesParameter("If-Match", "The ETag of the version that was seen; * or none for any.")
        .DescribesParameter(IdempotencyKeys.Header, "1 to 255 visible ASCII characters, of the caller's choice. The same key with the same command to the same incident is carried out once; with another command it is refused. The last 16 keys of an incident are known.");

    /// <summary>The list reads its parameters as text, so that each mistake has a code of its own; the document says what they are.</summary>
    public static RouteHandlerBuilder DescribesListParameters(this RouteHandlerBuilder endpoint) => endpoint
        .DescribesParameter("under", "A division of 12 digits or a grid of 15: everything filed below it.", Text("^([0-9]{12}|[0-9]{15})$"))
        .DescribesParameter("phase", "Only incidents in this phase.", OneOf([.. Enum.GetValues<IncidentPhase>().Select(ApiJson.NameOf)]))
        .DescribesParameter("item", "Only incidents about this item.", Text("^[0-9]{4}$"))
        .DescribesParameter("overdue", "True for those past their handle deadline, now or at their close; false for the others.", new OpenApiSchema { Type = JsonSchemaType.Boolean })
        .DescribesParameter("limit", "The size of a page.", WholeNumber(1, IncidentListQuery.MaxLimit, IncidentListQuery.DefaultLimit))
        .DescribesParameter("cursor", "The nextCursor of the page before.", new OpenApiSchema { Type = JsonSchemaType.String });

    public static OpenApiSchema Degrees(int most) =>
        new() { Type = JsonSchemaType.Number, Format = "double", Minimum = Invariant(-most), Maximum = Invariant(most) };

    public static OpenApiSchema Text(string pattern) => new() { Type = JsonSchemaType.String, Pattern = pattern };

    public static OpenApiSchema OneOf(params string[] values) =>
        new() { Type = JsonSchemaType.String, Enum = [.. values.Select(v => (JsonNode)JsonValue.Create(v))] };

    public static OpenApiSchema WholeNumber(int least, int most, int otherwise) =>
        new() { Type = JsonSchemaType.Integer, Format = "int32", Minimum = Invariant(least), Maximum = Invariant(most), Default = JsonValue.Create(otherwise) };

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
