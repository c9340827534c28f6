using GridActors.ApiHost.Access;
using GridActors.ApiHost.Divisions;
using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Divisions;
using GridActors.Grains.Divisions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GridActors.ApiHost.Departments;

/// <summary>Departments, and what they are asked to do about incidents.</summary>
internal static class DepartmentEndpoints
{
    public static void MapDepartments(this IEndpointRouteBuilder routes) => routes.MapGet("/v1/divisions/{code}/departments", ListAsync)
        .WithTags("Departments")
        .WithName("ListDepartments")
        .Needs(Permission.ReadReference)
        .WithSummary("The departments of a county, or their branches in a township")
        .Answers<ItemList<DepartmentResource>>(StatusCodes.Status200OK)
        .Refuses(404, 503)
        .OnlyAlong("code", DivisionEndpoints.Unknown)
        .DescribesParameter("code", "Twelve digits.", EndpointDocumentation.Text("^[0-9]{12}$"));

    public static void MapDispatch(this IEndpointRouteBuilder incidents)
    {
        incidents.MapCommand<DispatchBody>("dispatch", "DispatchIncident", "Dispatch it to a lead department and any number of co-handlers, a clock each").Needs(Permission.DirectIncidents).NeedsBody();
        incidents.MapCommand<AcceptTaskBody>("accept-task", "AcceptTask", "A department accepts its task").Needs(Permission.AnswerTasks).NeedsBody();
        incidents.MapCommand<ReturnTaskBody>("return-task", "ReturnTask", "A department gives its task back; after the second return the next centre up decides").Needs(Permission.AnswerTasks).NeedsBody();
        incidents.MapCommand<TaskResultBody>("task-result", "SubmitTaskResult", "A department submits its result").Needs(Permission.AnswerTasks).NeedsBody();
    }

    private static async Task<Results<Ok<ItemList<DepartmentResource>>, ProblemResult>> ListAsync(string code, IRegionDirectory directory, CancellationToken ct)
    {
        var region = await directory.AtLeastAsync(0, ct);
        return DivisionCode.TryParse(code, out var division) && region.Find(division) is not null
            ? TypedResults.Ok(new ItemList<DepartmentResource>([.. region.DepartmentsOf(division).Select(DepartmentResource.Of)]))
            : DivisionEndpoints.Unknown(code);
    }
}
