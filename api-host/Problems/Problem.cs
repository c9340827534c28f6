using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace GridActors.ApiHost.Problems;

/// <summary>Why a request was not carried out, as RFC 9457 lays it out.</summary>
/// <param name="Type">A URN that ends in the code.</param>
/// <param name="Title">The code in words.</param>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="Detail">What is wrong in this case, for people.</param>
/// <param name="Instance">The path that was asked for.</param>
/// <param name="Code">Stable, in snake case; what a program decides on.</param>
/// <param name="TraceId">Names this request in the logs.</param>
/// <param name="Errors">Everything that is wrong with the request, field by field; left out where no field is to blame.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Instance,
    string Code,
    string TraceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<FieldProblem>? Errors);

/// <param name="Field">The field, parameter or header, as the client names it.</param>
/// <param name="Code">Stable, in snake case.</param>
/// <param name="Message">For people.</param>
public sealed record FieldProblem(string Field, string Code, string Message);
