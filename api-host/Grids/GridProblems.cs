using System.Diagnostics;
using GridActors.ApiHost.Json;
using GridActors.ApiHost.Problems;
using GridActors.Core.Grids;

namespace GridActors.ApiHost.Grids;

/// <summary>Refusals of changes of grids as answers: 409 where what is filed forbids it, 422 where the change does.</summary>
internal static class GridProblems
{
    /// <param name="about">The grid to blame; null where no single one is.</param>
    public static ProblemResult Of(GridRefusal refusal, GridCode? about)
    {
        var isConflict = refusal is GridRefusal.CodeTaken or GridRefusal.GridEnded or GridRefusal.ChangePending;
        return new ProblemResult(
            isConflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity,
            ApiJson.NameOf(refusal),
            Describe(refusal, about?.ToString() ?? "named"));
    }

    private static string Describe(GridRefusal refusal, string grid) => refusal switch
    {
        GridRefusal.UnknownVillage => "There is no such village.",
        GridRefusal.UnknownGrid => $"There is no grid {grid}.",
        GridRefusal.CodeTaken => $"There is a grid {grid} already, or a change that makes it is filed.",
        GridRefusal.GridEnded => $"Grid {grid} has ended, and its code is never used again.",
        GridRefusal.NotThisVillage => $"Grid {grid} is another village's: a change stays inside one village.",
        GridRefusal.EffectiveInPast => "A change takes effect today or later.",
        GridRefusal.ChangePending => $"A change filed for a later day touches grid {grid}.",
        GridRefusal.KindContradictsNumber => $"Numbers 001-799 are urban or rural grids and 800-999 dedicated ones without households; grid {grid} is not so.",
        GridRefusal.KindsDiffer => "Base grids are split and merged into base grids, dedicated ones into dedicated ones.",
        _ => DescribeArea(refusal, grid),
    };

    private static string DescribeArea(GridRefusal refusal, string grid) => refusal switch
    {
        GridRefusal.GridsMiscounted => "A split has two or more parts, a merge two or more grids, and no code comes twice.",
        GridRefusal.BoundaryMalformed => $"The boundary of grid {grid} cannot be read.",
        GridRefusal.BoundaryOverlaps => $"The boundary overlaps base grid {grid}.",
        GridRefusal.OutsideVillage => $"The boundary of grid {grid} leaves the area of its village's base grids.",
        GridRefusal.OutsideBaseGrid => $"Dedicated grid {grid} does not lie inside one base grid of its village.",
        GridRefusal.CutsDedicatedGrid => $"A new boundary runs through dedicated grid {grid}.",
        GridRefusal.AreaNotCovered => "The new grids do not cover exactly the area of the old ones, without overlap.",
        GridRefusal.SuccessorNotThere => $"Grid {grid} cannot take the open incidents: name a base grid of the village, or one of the parts.",
        GridRefusal.SuccessorRequired => $"Grid {grid} ends only with a successor for its open incidents.",
        _ => throw new UnreachableException(refusal.ToString()),
    };
}
