using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using GridActors.ApiHost.Measures;
using GridActors.ApiHost.Problems;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace GridActors.ApiHost.OpenApi;

/// <summary>What the document says as a whole: its groups, the ways to log in, and an example of every body and answer.</summary>
internal sealed class DocumentRules : IOpenApiDocumentTransformer
{
    private const string ExampleFile = "GridActors.ApiHost.OpenApi.Examples.json";

    private static readonly FrozenDictionary<string, string> _groups = new Dictionary<string, string>
    {
        ["Incidents"] = "Reports, what is done about them, and their record.",
        ["Public"] = "For everybody, without a login.",
        ["Divisions"] = "Prefecture, counties, townships and villages.",
        ["Departments"] = "Whom a centre dispatches to.",
        ["Grids"] = "Grids, the grids of a location, and changes of grids.",
        ["Catalogue"] = "What an incident can be about: versions, drafts, dry runs.",
        ["Workers"] = "Who works where and when, hand-overs and badges.",
        ["Refusals"] = "What was refused because it is not on the list.",
        ["Record"] = "The signed checkpoints that prove the record.",
        ["Measures"] = "Figures, and the incidents behind them.",
        ["Imports"] = "Files of reference data.",
        ["API keys"] = "Keys of machine clients.",
        ["Webhooks"] = "Who is told what happens, and what became of each delivery.",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, JsonNode> _examples = ReadExamples();

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" };
        document.Servers = [new OpenApiServer { Url = "/", Description = "The host that this document comes from." }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [AccessDocumentation.Token] = Bearer("JWT", "A token of the authority that the installation trusts (OpenID Connect)."),
            [AccessDocumentation.Key] = Bearer(null, "An API key of a machine client, in the place of a token."),
        };
        var operations = document.Paths.SelectMany(p => p.Value.Operations ?? []).Select(o => o.Value).ToList();
        var used = operations.SelectMany(o => o.Tags ?? new HashSet<OpenApiTagReference>()).Select(t => t.Name).Distinct().Order();
        document.Tags = used.Select(name => new OpenApiTag { Name = name, Description = _groups.GetValueOrDefault(name!) }).ToHashSet();
        foreach (var operation in operations)
        {
            Illustrate(operation);
        }

        return Task.CompletedTask;
    }

    private static OpenApiSecurityScheme Bearer(string? format, string description) =>
        new() { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = format, Description = description };

    private static void Illustrate(OpenApiOperation operation)
    {
        foreach (var media in operation.RequestBody?.Content?.Values ?? [])
        {
            // That a body may be left out is said by what is required, not by a null in its place.
            media.Schema = media.Schema?.OneOf?.OfType<OpenApiSchemaReference>().SingleOrDefault() ?? media.Schema;
            media.Example = ExampleOf(media.Schema);
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            foreach (var (mediaType, media) in response.Content ?? new Dictionary<string, OpenApiMediaType>())
            {
                if (mediaType == MeasureCsv.MediaType)
                {
                    media.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
                }

                media.Example = mediaType == ProblemResult.ContentType ? ProblemOf(status) : ExampleOf(media.Schema);
            }
        }
    }

    private static JsonNode? ExampleOf(IOpenApiSchema? schema) =>
        schema is OpenApiSchemaReference { Reference.Id: { } id } && _examples.TryGetValue(id, out var example) ? example.DeepClone() : null;

    /// <summary>One that this status comes with often.</summary>
    private static JsonObject ProblemOf(string status)
    {
        var (code, detail) = status switch
        {
            "400" => ("bad_request", "The request cannot be read."),
            "401" => ("authentication_required", "This needs a login: say who you are."),
            "403" => ("forbidden", "This caller may not do this."),
            "404" => ("unknown_incident", "There is no such incident."),
            "409" => ("already_accepted", "The incident has been accepted already."),
            "412" => ("stale_version", "The incident has changed since the version that If-Match names; read it again."),
            "413" => ("body_too_large", "The body is larger than this address takes."),
            "415" => ("unsupported_media_type", "The body has another media type than this address takes."),
            "422" => ("unknown_item", "The catalogue of this place has no such item."),
            "429" => ("rate_limited", "Too many requests from this caller. Wait for as long as Retry-After says."),
            "503" => ("journal_busy", "More is waiting to be written than can be taken. Nothing was done; try again."),
            _ => ("internal_error", "Something went wrong here. The log has it under the trace id."),
        };
        return new JsonObject
        {
            ["type"] = $"urn:gridactors:problem:{code}",
            ["title"] = char.ToUpperInvariant(code[0]) + code[1..].Replace('_', ' '),
            ["status"] = int.Parse(status, CultureInfo.InvariantCulture),
            ["detail"] = detail,
            ["instance"] = "/v1/incidents",
            ["code"] = code,
            ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
        };
    }

    /// <summary>By the name of their schema in the document.</summary>
    private static FrozenDictionary<string, JsonNode> ReadExamples()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(ExampleFile)!;
        return JsonNode.Parse(file)!.AsObject().ToFrozenDictionary(e => e.Key, e => e.Value!);
    }
}
