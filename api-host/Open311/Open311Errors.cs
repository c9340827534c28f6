using System.Collections.Immutable;
using GridActors.ApiHost.Problems;

namespace GridActors.ApiHost.Open311;

/// <summary>
/// Why a request was not carried out, in the specification's form: a list of codes and descriptions. It knows 400, 403 and 404; beside
/// them stay only the statuses that clients and proxies act upon (408, 413, 429 and what is above 499).
/// </summary>
internal sealed class Open311Errors : IResult
{
    private readonly int _status;
    private readonly ImmutableArray<string> _descriptions;

    private Open311Errors(int status, ImmutableArray<string> descriptions) => (_status, _descriptions) = (status, descriptions);

    public static Open311Errors BadRequest(params ImmutableArray<string> descriptions) => new(StatusCodes.Status400BadRequest, descriptions);

    /// <summary>The specification has it for a wrong or missing api_key, and for nothing else.</summary>
    public static Open311Errors Forbidden(string description) => new(StatusCodes.Status403Forbidden, [description]);

    public static Open311Errors NotFound(string description) => new(StatusCodes.Status404NotFound, [description]);

    /// <summary>What the rest of the API would answer as a problem.</summary>
    public static Open311Errors Of(ProblemResult problem) => new(
        StatusOf(problem.Status),
        problem.Errors.IsDefaultOrEmpty ? [problem.Detail] : [.. problem.Errors.Select(e => e.Message)]);

    /// <summary>Whether errors at an address have this form: below Open311's root all of them have, whoever finds them.</summary>
    public static bool AreFor(HttpRequest request) => request.Path.StartsWithSegments(Open311Endpoints.Root);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var document = new Open311Document("errors", new Open311Value.Items("error", [.. _descriptions.Select(Write)]));
        return new Open311Answer(document, Open311Language.English, _status).ExecuteAsync(httpContext);
    }

    private Open311Value.Fields Write(string description) => new Open311Fields().Add("code", (double)_status).Add("description", description).Build();

    private static int StatusOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => StatusCodes.Status403Forbidden,
        StatusCodes.Status404NotFound or StatusCodes.Status408RequestTimeout or StatusCodes.Status413PayloadTooLarge
            or StatusCodes.Status429TooManyRequests or >= StatusCodes.Status500InternalServerError => status,
        _ => StatusCodes.Status400BadRequest,
    };
}
