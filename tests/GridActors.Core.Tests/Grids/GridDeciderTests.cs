using CsCheck;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using static GridActors.Core.Tests.Grids.Lattice;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Grids;

/// <summary>A village of two base grids side by side with a school in the western one, and another village in the east.</summary>
public sealed class GridDeciderTests
{
    private const string West = "652301001001001";
    private const string East = "652301001001002";
    private const string School = "652301001001801";
    private const string Far = "652301001002001";

    private static readonly DateTimeOffset _now = Local("2025-03-03 11:00");
    private static readonly Grid _neighbour = Square(Far, 87, 43);
    private static readonly GridContext _village = new(
        GridCode.Parse(West).Village,
        VillageGrids.Of([Square(West, 85, 43), Square(East, 86, 43), Square(School, 85.1, 43.1, 0.2)], []),
        [],
        [_neighbour],
        China);

    [Fact]
    public void A_change_for_today_holds_at_once_and_is_filed_with_the_county()
    {
        var change = Filed(new RenameGrid(GridCode.Parse(East), "new name"));

        Assert.Equal((1, _now, DivisionCode.Parse("652301000000"), "new name"), (change.Number, change.EffectiveAt, change.FiledWith, change.After[0].Name));
    }

    [Fact]
    public void A_change_for_a_later_day_holds_from_local_midnight() =>
        Assert.Equal(Local("2025-04-01 00:00"), Filed(new RenameGrid(GridCode.Parse(East), "x", new DateOnly(2025, 4, 1))).EffectiveAt);

    [Fact]
    public void Yesterday_is_too_late() =>
        AssertRefused(GridRefusal.EffectiveInPast, new RenameGrid(GridCode.Parse(East), "x", new DateOnly(2025, 3, 2)));

    [Fact]
    public void A_split_ends_the_old_grid_and_its_parts_cover_it()
    {
        var change = Filed(Split(East, ("005", Half(86)), ("006", Half(86.5))));

        Assert.Equal([GridCode.Parse(East)], change.Ended);
        Assert.Equal(GridCode.Parse("652301001001005"), change.Successor);
    }

    [Fact]
    public void Parts_that_leave_a_gap_or_overlap_do_not_cover_the_old_grid()
    {
        AssertRefused(GridRefusal.AreaNotCovered, Split(East, ("005", Half(86)), ("006", Box(86.5, 43, 0.4, 1))));
        AssertRefused(GridRefusal.AreaNotCovered, Split(East, ("005", Box(86, 43, 0.6, 1)), ("006", Half(86.5))));
    }

    [Fact]
    public void A_boundary_through_a_school_is_refused() =>
        AssertRefused(GridRefusal.CutsDedicatedGrid, Split(West, ("005", Box(85, 43, 0.2, 1)), ("006", Box(85.2, 43, 0.8, 1))));

    [Fact]
    public void A_merge_is_a_split_backwards()
    {
        var change = Filed(new MergeGrids([GridCode.Parse(West), GridCode.Parse(East)], GridOf("007", Box(85, 43, 2, 1))));

        Assert.Equal([GridCode.Parse(West), GridCode.Parse(East)], change.Ended);
    }

    [Fact]
    public void One_grid_is_nothing_to_merge_and_one_part_no_split()
    {
        AssertRefused(GridRefusal.GridsMiscounted, new MergeGrids([GridCode.Parse(East)], GridOf("007", Box(86, 43, 1, 1))));
        AssertRefused(GridRefusal.GridsMiscounted, Split(East, ("005", Box(86, 43, 1, 1))));
    }

    [Fact]
    public void Area_goes_from_one_grid_to_another_in_one_redraw() =>
        Assert.Equal(2, Filed(Redraw((West, Box(85, 43, 1.2, 1)), (East, Box(86.2, 43, 0.8, 1)))).After.Length);

    [Fact]
    public void A_redraw_stays_inside_the_village_and_off_other_grids()
    {
        AssertRefused(GridRefusal.BoundaryOverlaps, Redraw((West, Box(85, 43, 1.2, 1))));
        AssertRefused(GridRefusal.BoundaryOverlaps, Redraw((East, Box(86, 43, 1.2, 1))));
        AssertRefused(GridRefusal.OutsideVillage, Redraw((East, Box(86, 43, 1, 1.2))));
    }

    [Fact]
    public void A_new_grid_lies_where_none_is_and_a_dedicated_one_inside_a_base_grid()
    {
        Assert.Equal(GridChangeKind.New, Filed(new NewGrid(GridOf("003", Box(85, 44, 1, 1)))).Kind);
        AssertRefused(GridRefusal.BoundaryOverlaps, new NewGrid(GridOf("003", Box(86.5, 42.5, 1, 1))));
        AssertRefused(GridRefusal.OutsideBaseGrid, new NewGrid(GridOf("802", Box(85.9, 43.5, 0.2, 0.2))));
    }

    [Fact]
    public void A_code_is_never_used_again()
    {
        var after = Carry(_village, Filed(Split(East, ("005", Half(86)), ("006", Half(86.5)))));

        AssertRefused(GridRefusal.GridEnded, new NewGrid(GridOf("002", Box(85, 44, 1, 1))), after);
        AssertRefused(GridRefusal.GridEnded, new RenameGrid(GridCode.Parse(East), "x"), after);
        AssertRefused(GridRefusal.CodeTaken, new NewGrid(GridOf("005", Box(85, 44, 1, 1))), after);
    }

    [Fact]
    public void A_code_that_a_later_change_will_use_is_taken_and_what_it_touches_waits_for_it()
    {
        var later = new SplitGrid(GridCode.Parse(East), [GridOf("005", Half(86)), GridOf("006", Half(86.5))], EffectiveFrom: new DateOnly(2025, 4, 1));
        var pending = _village with { Changes = [Filed(later)] };

        AssertRefused(GridRefusal.CodeTaken, new NewGrid(GridOf("005", Box(85, 44, 1, 1))), pending);
        AssertRefused(GridRefusal.ChangePending, new RenameGrid(GridCode.Parse(East), "x"), pending);
        Assert.Null(GridDecider.Decide(new RenameGrid(GridCode.Parse("652301001001005"), "x", new DateOnly(2025, 4, 2)), pending, _now).Refusal);
    }

    [Fact]
    public void A_base_grid_ends_with_a_successor_and_a_dedicated_one_leaves_to_the_grid_around_it()
    {
        AssertRefused(GridRefusal.SuccessorRequired, new EndGrid(GridCode.Parse(East)));
        AssertRefused(GridRefusal.SuccessorNotThere, new EndGrid(GridCode.Parse(East), GridCode.Parse(School)));
        Assert.Equal(GridCode.Parse(West), Filed(new EndGrid(GridCode.Parse(East), GridCode.Parse(West))).Successor);
        Assert.Equal(GridCode.Parse(West), Filed(new EndGrid(GridCode.Parse(School))).Successor);
    }

    [Fact]
    public void A_change_stays_inside_one_village() =>
        AssertRefused(GridRefusal.NotThisVillage, new MergeGrids([GridCode.Parse(East), GridCode.Parse(Far)], GridOf("007", Box(86, 43, 2, 1))));

    [Fact]
    public void The_same_command_again_answers_the_same_change_until_another_touches_the_grid()
    {
        var command = new RenameGrid(GridCode.Parse(East), "new name");
        var once = Carry(_village, Filed(command));
        var back = Carry(once, Filed(new RenameGrid(GridCode.Parse(East), East), once));

        Assert.False(GridDecider.Decide(command, once, _now).IsNew);
        Assert.True(GridDecider.Decide(command, back, _now).IsNew);
    }

    [Fact]
    public void Sent_again_whatever_it_is_it_answers_what_was_filed_and_another_one_is_new()
    {
        GridCommand[] commands =
        [
            new NewGrid(GridOf("003", Box(85, 44, 1, 1))),
            new RenameGrid(GridCode.Parse(East), "new name"),
            Redraw((West, Box(85, 43, 1.2, 1)), (East, Box(86.2, 43, 0.8, 1))),
            Split(East, ("006", Half(86.5)), ("005", Half(86))),
            new MergeGrids([GridCode.Parse(East), GridCode.Parse(West)], GridOf("007", Box(85, 43, 2, 1))),
            new EndGrid(GridCode.Parse(School)),
        ];
        foreach (var command in commands)
        {
            var filed = Filed(command);
            var after = _village with { Changes = [filed] };

            Assert.Equal((filed, false), (GridDecider.Decide(command, after, _now).Change, GridDecider.Decide(command, after, _now).IsNew));
            Assert.False(GridDecider.Decide(command with { EffectiveFrom = filed.EffectiveFrom }, after, _now).IsNew);
            Assert.All(commands.Where(c => c != command), c => Assert.NotEqual(filed, GridDecider.Decide(c, after, _now).Change));
            Assert.NotEqual(filed, GridDecider.Decide(command with { EffectiveFrom = new DateOnly(2025, 4, 1) }, after, _now).Change);
        }
    }

    [Fact]
    public void What_is_almost_the_same_is_another_change()
    {
        AssertAnother(new NewGrid(GridOf("003", Box(85, 44, 1, 1))), new NewGrid(GridOf("003", Box(85, 44, 1, 0.9))));
        AssertAnother(Redraw((West, Box(85, 43, 1.2, 1)), (East, Box(86.2, 43, 0.8, 1))), Redraw((West, Box(85, 43, 1.1, 1)), (East, Box(86.1, 43, 0.9, 1))));
        AssertAnother(Split(East, ("005", Half(86)), ("006", Half(86.5))), Split(East, ("005", Half(86.5)), ("006", Half(86))));
        AssertAnother(new EndGrid(GridCode.Parse(School), GridCode.Parse(West)), new EndGrid(GridCode.Parse(School), GridCode.Parse(East)));

        static void AssertAnother(GridCommand filed, GridCommand other)
        {
            var change = Filed(filed);
            Assert.NotEqual(change, GridDecider.Decide(other, _village with { Changes = [change] }, _now).Change);
        }
    }

    [Fact]
    public void The_number_of_a_grid_says_whether_it_is_dedicated()
    {
        AssertRefused(GridRefusal.KindContradictsNumber, new NewGrid(GridOf("003", Box(85, 44, 1, 1)) with { Kind = GridKind.School }));
        AssertRefused(GridRefusal.KindContradictsNumber, new NewGrid(GridOf("802", Box(85.5, 43.5, 0.1, 0.1)) with { Kind = GridKind.Rural }));
        AssertRefused(GridRefusal.KindContradictsNumber, new NewGrid(GridOf("802", Box(85.5, 43.5, 0.1, 0.1)) with { Households = 1 }));
        Assert.Equal(GridKind.Rural, Filed(new NewGrid(GridOf("003", Box(85, 44, 1, 1)) with { Kind = GridKind.Rural, Households = 300 })).After[0].Kind);
        Assert.Equal(GridKind.School, Filed(new NewGrid(GridOf("802", Box(85.5, 43.5, 0.1, 0.1)))).After[0].Kind);
    }

    [Fact]
    public void A_dedicated_grid_and_a_base_grid_are_not_merged() =>
        AssertRefused(GridRefusal.KindsDiffer, new MergeGrids([GridCode.Parse(West), GridCode.Parse(School)], GridOf("007", Box(85, 43, 1, 1))));

    [Fact]
    public void The_successor_of_a_split_is_one_of_its_parts_the_lowest_unless_another_is_named()
    {
        var split = Split(East, ("006", Half(86.5)), ("005", Half(86)));

        Assert.Equal(["652301001001005", "652301001001006"], Filed(split).After.Select(g => g.Code.ToString()));
        Assert.Equal(GridCode.Parse("652301001001006"), Filed(split with { Successor = GridCode.Parse("652301001001006") }).Successor);
        AssertRefused(GridRefusal.SuccessorNotThere, split with { Successor = GridCode.Parse(West) });
    }

    [Fact]
    public void What_ends_leaves_to_a_base_grid_that_there_is_and_goes_on()
    {
        AssertRefused(GridRefusal.SuccessorNotThere, new EndGrid(GridCode.Parse(East), GridCode.Parse(East)));
        AssertRefused(GridRefusal.SuccessorNotThere, new EndGrid(GridCode.Parse(East), GridCode.Parse("652301001001099")));
        var pending = _village with { Changes = [Filed(new RenameGrid(GridCode.Parse(West), "x", new DateOnly(2025, 4, 1)))] };
        AssertRefused(GridRefusal.ChangePending, new EndGrid(GridCode.Parse(East), GridCode.Parse(West)), pending);
        Assert.Null(GridDecider.Decide(new EndGrid(GridCode.Parse(East), GridCode.Parse(West), new DateOnly(2025, 4, 1)), pending, _now).Refusal);
    }

    [Fact]
    public void A_refusal_names_the_grid_that_is_to_blame()
    {
        AssertRefused(GridRefusal.UnknownGrid, new RenameGrid(GridCode.Parse("652301001001099"), "x"));
        AssertRefused(GridRefusal.BoundaryMalformed, Redraw((East, "POLYGON EMPTY")));
        Assert.Equal(GridCode.Parse(East), GridDecider.Decide(Redraw((East, "POLYGON EMPTY")), _village, _now).About);
        Assert.Equal(GridCode.Parse(East), GridDecider.Decide(Redraw((West, Box(85, 43, 1.2, 1))), _village, _now).About);
        Assert.Equal(GridCode.Parse(Far), GridDecider.Decide(Redraw((East, Box(86, 43, 1.2, 1))), _village, _now).About);
        Assert.Equal(GridCode.Parse(School), GridDecider.Decide(Split(West, ("005", Box(85, 43, 0.2, 1)), ("006", Box(85.2, 43, 0.8, 1))), _village, _now).About);
    }

    [Fact]
    public void A_redraw_changes_households_where_it_says_so_and_nothing_else()
    {
        var change = Filed(new RedrawGrids([new GridArea(GridCode.Parse(East), Box(86, 43, 0.9, 1), 220)]));

        Assert.Equal(Square(East, 86, 43) with { BoundaryWkt = Box(86, 43, 0.9, 1), Households = 220 }, Assert.Single(change.After));
        Assert.Equal(Square(East, 86, 43), Assert.Single(change.Before));
    }

    [Theory]
    [InlineData(GridKind.Urban, 199, true)]
    [InlineData(GridKind.Urban, 200, false)]
    [InlineData(GridKind.Urban, 300, false)]
    [InlineData(GridKind.Urban, 301, true)]
    [InlineData(GridKind.Rural, 149, true)]
    [InlineData(GridKind.Rural, 150, false)]
    [InlineData(GridKind.Rural, 450, false)]
    [InlineData(GridKind.Rural, 451, true)]
    [InlineData(GridKind.Urban, null, false)]
    [InlineData(GridKind.School, 5, false)]
    public void A_size_out_of_the_ordinary_is_worth_a_warning(GridKind kind, int? households, bool expected) =>
        Assert.Equal(expected, (Square(East, 86, 43) with { Kind = kind, Households = households }).IsUnusuallySized);

    [Fact]
    public void Any_straight_cut_is_a_split_that_keeps_the_area_of_the_village() => Gen.Double[0.01, 0.99].Sample(cut =>
    {
        var change = Filed(Split(East, ("005", Box(86, 43, cut, 1)), ("006", Box(86 + cut, 43, 1 - cut, 1))));

        Assert.True(GridAreas.AreSame(GridAreas.Union(_village.Grids.BaseGrids), GridAreas.Union(_village.Grids.With(change).BaseGrids)));
    });

    private static GridChange Filed(GridCommand command, GridContext? context = null)
    {
        var decision = GridDecider.Decide(command, context ?? _village, _now);
        Assert.Null(decision.Refusal);
        return decision.Change!;
    }

    private static void AssertRefused(GridRefusal refusal, GridCommand command, GridContext? context = null) =>
        Assert.Equal(refusal, GridDecider.Decide(command, context ?? _village, _now).Refusal);

    private static GridContext Carry(GridContext context, GridChange change) =>
        context with { Grids = context.Grids.With(change), Changes = context.Changes.Add(change with { AppliedAt = _now, IsSettled = true }) };

    private static Grid GridOf(string number, string boundary) =>
        Square($"652301001001{number}", 0, 0) with { BoundaryWkt = boundary };

    private static SplitGrid Split(string code, params (string Number, string Boundary)[] parts) =>
        new(GridCode.Parse(code), [.. parts.Select(p => GridOf(p.Number, p.Boundary))]);

    private static RedrawGrids Redraw(params (string Code, string Boundary)[] areas) =>
        new([.. areas.Select(a => new GridArea(GridCode.Parse(a.Code), a.Boundary))]);

    private static string Half(double x) => Box(x, 43, 0.5, 1);

    private static string Box(double x, double y, double width, double height) => FormattableString.Invariant(
        $"POLYGON (({x} {y}, {x + width} {y}, {x + width} {y + height}, {x} {y + height}, {x} {y}))");
}
