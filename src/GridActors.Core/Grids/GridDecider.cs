using System.Collections.Immutable;
using System.Diagnostics;
using GridActors.Core.Divisions;

namespace GridActors.Core.Grids;

/// <summary>
/// The rules of changing grids (DOMAIN 2, Art. 6 and 7). Pure: the same context, command and instant give the same answer.
/// A change is decided against the grids as they will be on its day, with everything that was filed before it.
/// </summary>
public static class GridDecider
{
    public static GridDecision Decide(GridCommand command, GridContext context, DateTimeOffset now)
    {
        if (context.Changes.LastOrDefault(c => IsSame(c, command)) is { } before && IsLastOf(before, context.Changes))
        {
            return GridDecision.FiledBefore(before);
        }

        var today = DateOnly.FromDateTime(now.ToOffset(context.UtcOffset).DateTime);
        var from = command.EffectiveFrom ?? today;
        if (from < today)
        {
            return GridDecision.Refuse(GridRefusal.EffectiveInPast);
        }

        var at = from == today ? now : new DateTimeOffset(from.ToDateTime(TimeOnly.MinValue), context.UtcOffset).ToUniversalTime();
        var grids = context.At(at);
        if (RefusalOfCodes(command, grids, context, at) is { } refused)
        {
            return refused;
        }

        var draft = Draft(command, grids);
        var change = draft with
        {
            Number = context.Changes.Length + 1,
            FiledWith = context.Village.AncestorAt(DivisionLevel.County)!.Value,
            FiledAt = now,
            EffectiveFrom = from,
            EffectiveAt = at,
        };
        return GridAreaRules.RefusalOf(change, grids, context.Neighbours)
            ?? GridAreaRules.RefusalOf(change, context.At(DateTimeOffset.MaxValue), context.Neighbours)
            ?? GridDecision.File(change);
    }

    private static GridDecision? RefusalOfCodes(GridCommand command, VillageGrids grids, GridContext context, DateTimeOffset at)
    {
        var (old, made) = (OldCodes(command), NewCodes(command));
        var all = old.Concat(made).ToList();
        if (all.Where(c => c.Village != context.Village).Select(c => (GridCode?)c).FirstOrDefault() is { } stranger)
        {
            return GridDecision.Refuse(GridRefusal.NotThisVillage, stranger);
        }

        if (all.Distinct().Count() != all.Count || (command is SplitGrid && made.Length < 2) || (command is MergeGrids && old.Length < 2) || all.Count == 0)
        {
            return GridDecision.Refuse(GridRefusal.GridsMiscounted);
        }

        foreach (var code in made)
        {
            var isPromised = context.Pending.Any(c => c.Codes.Contains(code));
            if (grids.Ended.Contains(code) || grids.Find(code) is not null || isPromised)
            {
                return GridDecision.Refuse(grids.Ended.Contains(code) ? GridRefusal.GridEnded : GridRefusal.CodeTaken, code);
            }
        }

        foreach (var code in old)
        {
            if (grids.Find(code) is null)
            {
                return GridDecision.Refuse(grids.Ended.Contains(code) ? GridRefusal.GridEnded : GridRefusal.UnknownGrid, code);
            }

            if (context.Pending.Any(c => c.EffectiveAt > at && c.Codes.Contains(code)))
            {
                return GridDecision.Refuse(GridRefusal.ChangePending, code);
            }
        }

        return RefusalOfKinds(command, old) ?? RefusalOfSuccessor(command, grids, context, at);
    }

    private static GridDecision? RefusalOfKinds(GridCommand command, ImmutableArray<GridCode> old)
    {
        ImmutableArray<Grid> made = command switch
        {
            NewGrid c => [c.Grid],
            SplitGrid c => c.Into,
            MergeGrids c => [c.Into],
            _ => [],
        };
        return made.FirstOrDefault(g => g.Code.IsDedicated == g.Kind is GridKind.Urban or GridKind.Rural || (g.Code.IsDedicated && g.Households is not null)) is { } contradiction
                ? GridDecision.Refuse(GridRefusal.KindContradictsNumber, contradiction.Code)
            : command is SplitGrid or MergeGrids && made.Select(g => g.Code).Concat(old).Select(c => c.IsDedicated).Distinct().Count() > 1
                ? GridDecision.Refuse(GridRefusal.KindsDiffer)
            : null;
    }

    private static GridDecision? RefusalOfSuccessor(GridCommand command, VillageGrids grids, GridContext context, DateTimeOffset at)
    {
        if (command is SplitGrid { Successor: { } part } split && split.Into.All(g => g.Code != part))
        {
            return GridDecision.Refuse(GridRefusal.SuccessorNotThere, part);
        }

        if (command is not EndGrid end)
        {
            return null;
        }

        return SuccessorOf(end, grids) is not { } successor ? GridDecision.Refuse(GridRefusal.SuccessorRequired, end.Code)
            : successor == end.Code || successor.IsDedicated || grids.Find(successor) is null ? GridDecision.Refuse(GridRefusal.SuccessorNotThere, successor)
            : context.Pending.Any(c => c.EffectiveAt > at && c.Codes.Contains(successor)) ? GridDecision.Refuse(GridRefusal.ChangePending, successor)
            : null;
    }

    /// <summary>The base grid around a dedicated grid that ends without naming one.</summary>
    private static GridCode? SuccessorOf(EndGrid end, VillageGrids grids) =>
        end.Successor ?? (end.Code.IsDedicated && grids.Find(end.Code) is { } grid ? GridAreaRules.BaseAround(grid, grids)?.Code : null);

    /// <summary>What the command makes of the grids; who files it and when is filled in by the caller.</summary>
    private static GridChange Draft(GridCommand command, VillageGrids grids)
    {
        ImmutableArray<Grid> before = [.. OldCodes(command).Order().Select(c => grids.Find(c)!)];
        return command switch
        {
            NewGrid c => Of(GridChangeKind.New, [c.Grid], null),
            RenameGrid c => Of(GridChangeKind.Rename, [before[0] with { Name = c.Name }], null),
            RedrawGrids c => Of(GridChangeKind.Redraw, [.. before.Select(g => Redrawn(g, c.Areas.First(a => a.Code == g.Code)))], null),
            SplitGrid c => Of(GridChangeKind.Split, InOrder(c.Into), c.Successor ?? c.Into.Min(g => g.Code)),
            MergeGrids c => Of(GridChangeKind.Merge, [c.Into], c.Into.Code),
            EndGrid c => Of(GridChangeKind.End, [], SuccessorOf(c, grids)),
            _ => throw new UnreachableException(command.GetType().Name),
        };

        GridChange Of(GridChangeKind kind, ImmutableArray<Grid> after, GridCode? successor) =>
            new(0, kind, default, default, default, default, before, after, successor);
    }

    private static Grid Redrawn(Grid grid, GridArea area) => grid with { BoundaryWkt = area.BoundaryWkt, Households = area.Households ?? grid.Households };

    private static ImmutableArray<Grid> InOrder(IEnumerable<Grid> grids) => [.. grids.OrderBy(g => g.Code)];

    private static ImmutableArray<GridCode> OldCodes(GridCommand command) => command switch
    {
        RenameGrid c => [c.Code],
        RedrawGrids c => [.. c.Areas.Select(a => a.Code)],
        SplitGrid c => [c.Code],
        MergeGrids c => c.Codes,
        EndGrid c => [c.Code],
        _ => [],
    };

    private static ImmutableArray<GridCode> NewCodes(GridCommand command) => command switch
    {
        NewGrid c => [c.Grid.Code],
        SplitGrid c => [.. c.Into.Select(g => g.Code)],
        MergeGrids c => [c.Into.Code],
        _ => [],
    };

    /// <summary>A command that is sent again, because its answer was lost, is not filed again.</summary>
    private static bool IsSame(GridChange change, GridCommand command) =>
        (command.EffectiveFrom is null || command.EffectiveFrom == change.EffectiveFrom)
        && change.Before.Select(g => g.Code).SequenceEqual(OldCodes(command).Order())
        && (change.Kind, command) switch
        {
            (GridChangeKind.New, NewGrid c) => change.After[0] == c.Grid,
            (GridChangeKind.Rename, RenameGrid c) => change.After[0].Name == c.Name,
            (GridChangeKind.Redraw, RedrawGrids c) => change.After.All(g => Redrawn(g, c.Areas.First(a => a.Code == g.Code)) == g),
            (GridChangeKind.Split, SplitGrid c) => change.After.SequenceEqual(InOrder(c.Into)),
            (GridChangeKind.Merge, MergeGrids c) => change.After[0] == c.Into,
            (GridChangeKind.End, EndGrid c) => c.Successor is null || c.Successor == change.Successor,
            _ => false,
        };

    private static bool IsLastOf(GridChange change, ImmutableArray<GridChange> changes) =>
        !changes.Any(c => c.Number > change.Number && c.Codes.Intersect(change.Codes).Any());
}
