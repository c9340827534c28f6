using System.Collections.Immutable;
using System.Diagnostics;
using GridActors.ApiHost.Problems;
using GridActors.Core.Grids;
using GridActors.Core.Texts;
using GridActors.Hosting.Imports;

namespace GridActors.ApiHost.Grids;

/// <summary>Reads a change of grids and keeps what is wrong with it, so that the client hears of everything at once.</summary>
internal sealed class GridChangeReader
{
    private readonly ImmutableArray<FieldProblem>.Builder _problems = ImmutableArray.CreateBuilder<FieldProblem>();

    public ImmutableArray<FieldProblem> Problems => _problems.ToImmutable();

    /// <returns>Null where a problem was found.</returns>
    public GridCommand? Read(GridChangeBody body)
    {
        if (body.Kind is not { } kind)
        {
            _problems.Add(new FieldProblem("kind", "kind_required", "kind is needed: new, rename, redraw, split, merge or end."));
            return null;
        }

        var command = ReadCommand(kind, body);
        return _problems.Count == 0 ? command : null;
    }

    private GridCommand ReadCommand(GridChangeKind kind, GridChangeBody body) => kind switch
    {
        GridChangeKind.New => new NewGrid(One(Grids(body)), body.EffectiveFrom),
        GridChangeKind.Rename => new RenameGrid(One(Codes(body)), Name("name", body.Name), body.EffectiveFrom),
        GridChangeKind.Redraw => new RedrawGrids(Areas(body), body.EffectiveFrom),
        GridChangeKind.Split => new SplitGrid(One(Codes(body)), Grids(body), Successor(body), body.EffectiveFrom),
        GridChangeKind.Merge => new MergeGrids(Codes(body), One(Grids(body)), body.EffectiveFrom),
        GridChangeKind.End => new EndGrid(One(Codes(body)), Successor(body), body.EffectiveFrom),
        _ => throw new UnreachableException(kind.ToString()),
    };

    private ImmutableArray<GridCode> Codes(GridChangeBody body) => NotEmpty("codes", (body.Codes ?? []).Select((text, i) => Code($"codes[{i}]", text)));

    private ImmutableArray<Grid> Grids(GridChangeBody body) => NotEmpty("grids", (body.Grids ?? []).Select((g, i) => ReadGrid($"grids[{i}]", g)));

    private ImmutableArray<GridArea> Areas(GridChangeBody body) => NotEmpty("grids", (body.Grids ?? []).Select((g, i) => ReadArea($"grids[{i}]", g)));

    private GridCode? Successor(GridChangeBody body) => string.IsNullOrEmpty(body.Successor) ? null : Code("successor", body.Successor);

    private Grid ReadGrid(string field, ChangedGridBody grid)
    {
        if (grid.Kind is null)
        {
            _problems.Add(new FieldProblem($"{field}.kind", "kind_required", $"{field}.kind is needed."));
        }

        var area = ReadArea(field, grid);
        return new Grid(area.Code, Name($"{field}.name", grid.Name), grid.Kind ?? default, area.Households, area.BoundaryWkt);
    }

    private GridArea ReadArea(string field, ChangedGridBody grid)
    {
        var code = Code($"{field}.code", grid.Code);
        if (grid.Households < 0)
        {
            _problems.Add(new FieldProblem($"{field}.households", "households_malformed", $"{field}.households is a whole number, 0 or more."));
        }

        if (!GridBoundary.TryParse(grid.BoundaryWkt, out _, out var reason))
        {
            _problems.Add(new FieldProblem($"{field}.boundaryWkt", "boundary_malformed", $"{field}: {reason}."));
        }

        return new GridArea(code, grid.BoundaryWkt ?? "", grid.Households);
    }

    private GridCode Code(string field, string? text)
    {
        if (!GridCode.TryParse(text, out var code, out var error))
        {
            _problems.Add(new FieldProblem(field, "grid_code_malformed", $"{field} has fifteen digits, a village and a number: {ImportWords.TextOf(error)}."));
        }

        return code;
    }

    private string Name(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            _problems.Add(new FieldProblem(field, "name_required", $"{field} is needed."));
        }
        else if (text.Length > ImportWords.MaxNameLength)
        {
            _problems.Add(new FieldProblem(field, "name_too_long", $"{field} has {text.Length} characters; {ImportWords.MaxNameLength} are allowed."));
        }
        else if (!PlainText.IsName(text))
        {
            _problems.Add(new FieldProblem(field, "name_not_text", $"{field} has characters that are no text."));
        }

        return text ?? "";
    }

    private ImmutableArray<T> NotEmpty<T>(string field, IEnumerable<T> read)
    {
        ImmutableArray<T> values = [.. read];
        if (values.IsEmpty)
        {
            _problems.Add(new FieldProblem(field, $"{field}_required", $"{field} is needed for this kind of change."));
        }

        return values;
    }

    private T One<T>(ImmutableArray<T> values)
    {
        if (values.Length > 1)
        {
            _problems.Add(new FieldProblem(typeof(T) == typeof(Grid) ? "grids" : "codes", "one_grid_expected", "This kind of change takes one grid here."));
        }

        return values.FirstOrDefault()!;
    }
}
