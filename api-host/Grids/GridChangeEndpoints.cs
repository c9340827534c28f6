using System.Collections.Concurrent;
using System.Collections.Immutable;
using GridActors.ApiHost.Access;
using GridActors.ApiHost.Divisions;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Grains;
using GridActors.Grains.Divisions;
using GridActors.Grains.Grids;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GridActors.ApiHost.Grids;

/// <summary>Changes of grids, and the file that the county centre has of them.</summary>
internal static class GridChangeEndpoints
{
    /// <summary>The boundaries of a few grids, however finely they are drawn.</summary>
    private const int MaxBytes = 1024 * 1024;

    /// <summary>Registers asked at once for the file of a county.</summary>
    private const int Concurrency = 16;

    public static void MapGridChanges(this IEndpointRouteBuilder routes)
    {
        var changes = routes.MapGroup("/v1").WithTags("Grids");
        changes.MapPost("/grids/changes", FileAsync)
            .WithName("FileGridChange")
            .Needs(Permission.ChangeReference)
            .WithSummary("File a change of grids: new, rename, redraw, split, merge or end")
            .WithDescription("It holds from its day on, and at once where that is today: then the open incidents are filed under the grids that there are. The same change again is not filed again.")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .Answers<GridChangeResource>(StatusCodes.Status200OK)
            .Refuses(400, 409, 413, 415, 422, 503)
            .NeedsBody();
        changes.MapGet("/grids/{code}/changes", ListOfGridAsync)
            .WithName("ListGridChanges")
            .Needs(Permission.ReadReference)
            .WithSummary("The changes that touch a grid, in order of filing")
            .Answers<ItemList<GridChangeResource>>(StatusCodes.Status200OK)
            .Refuses(404, 503)
            .OnlyBelow("code", GridEndpoints.Unknown)
            .DescribesParameter("code", "Fifteen digits, also of a grid that has ended.", EndpointDocumentation.Text("^[0-9]{15}$"));
        changes.MapGet("/divisions/{code}/grid-changes", ListOfDivisionAsync)
            .WithName("ListGridChangesOfDivision")
            .Needs(Permission.ReadReference)
            .WithSummary("The file of a division: every change of its grids, by village and in order of filing")
            .Answers<ItemList<GridChangeResource>>(StatusCodes.Status200OK)
            .Refuses(404, 503)
            .OnlyBelow("code", DivisionEndpoints.Unknown)
            .DescribesParameter("code", "Twelve digits.", EndpointDocumentation.Text("^[0-9]{12}$"));
    }

    private static async Task<Results<Ok<GridChangeResource>, ProblemResult>> FileAsync(
        [FromBody] GridChangeBody? body,
        HttpContext http,
        IGrainFactory grains,
        GridChangeRunner runner,
        TimeProvider clock,
        CancellationToken ct)
    {
        var reader = new GridChangeReader();
        if (reader.Read(body ?? new GridChangeBody()) is not { } command)
        {
            return ProblemResult.BadRequest("invalid_grid_change", reader.Problems);
        }

        if (!http.GetCaller().Has(Permission.ChangeReference, command.Village.ToString()))
        {
            return GridProblems.Of(GridRefusal.UnknownVillage, null);
        }

        var register = grains.GetGridRegister(command.Village);
        var reply = await register.FileAsync(command, ct);
        if (reply is not { Refusal: null, Change: { } change })
        {
            return GridProblems.Of(reply.Refusal ?? GridRefusal.UnknownVillage, reply.About);
        }

        if (!change.IsSettled && change.EffectiveAt <= clock.GetUtcNow())
        {
            await runner.RunAsync(command.Village, ct);
            change = (await register.GetAsync(ct)).Single(c => c.Number == change.Number);
        }

        return TypedResults.Ok(GridChangeResource.Of(change));
    }

    private static async Task<Results<Ok<ItemList<GridChangeResource>>, ProblemResult>> ListOfGridAsync(string code, IGrainFactory grains, CancellationToken ct)
    {
        if (!GridCode.TryParse(code, out GridCode grid))
        {
            return GridEndpoints.Unknown(code);
        }

        ImmutableArray<GridChange> changes = [.. (await grains.GetGridRegister(grid.Village).GetAsync(ct)).Where(c => c.Codes.Contains(grid))];
        return changes.IsEmpty && await grains.GetGrid(grid).GetAsync(ct) is null
            ? GridEndpoints.Unknown(code)
            : TypedResults.Ok(new ItemList<GridChangeResource>([.. changes.Select(GridChangeResource.Of)]));
    }

    private static async Task<Results<Ok<ItemList<GridChangeResource>>, ProblemResult>> ListOfDivisionAsync(
        string code, IGrainFactory grains, IRegionDirectory directory, CancellationToken ct)
    {
        if (!DivisionCode.TryParse(code, out var division) || (await directory.AtLeastAsync(0, ct)).Find(division) is null)
        {
            return DivisionEndpoints.Unknown(code);
        }

        var villages = (await grains.GetRegion().ListChangedVillagesAsync(ct)).Where(division.Contains);
        var found = new ConcurrentBag<GridChange>();
        await Parallel.ForEachAsync(
            villages,
            new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = ct },
            async (village, token) =>
            {
                foreach (var change in await grains.GetGridRegister(village).GetAsync(token))
                {
                    found.Add(change);
                }
            });
        return TypedResults.Ok(new ItemList<GridChangeResource>([.. found.OrderBy(c => c.Village).ThenBy(c => c.Number).Select(GridChangeResource.Of)]));
    }
}
