using CsCheck;
using GridActors.Core.Grids;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using static GridActors.Core.Tests.Grids.Lattice;

namespace GridActors.Core.Tests.Grids;

public sealed class GridIndexTests
{
    private const string WestVillage = "652301001001001";
    private const string EastVillage = "652301001002001";
    private const string NorthTownship = "652301002001001";
    private const string OtherCounty = "652302001001001";
    private const string School = "652301001001801";

    private static readonly GridIndex _index = new(
    [
        Square(OtherCounty, 86, 44),
        Square(NorthTownship, 85, 44),
        Square(EastVillage, 86, 43),
        Square(WestVillage, 85, 43),
        Square(School, 85.25, 43.25, size: 0.5),
    ]);

    [Theory]
    [InlineData(85.1, 43.1, WestVillage)]
    [InlineData(86.5, 43.5, EastVillage)]
    [InlineData(86.9, 44.9, OtherCounty)]
    public void A_place_belongs_to_the_grid_that_contains_it(double x, double y, string grid) => AssertMatch([grid], x, y);

    [Fact]
    public void A_dedicated_grid_wins_over_the_base_grid_around_it() => AssertMatch([School], 85.5, 43.5);

    [Theory]
    [InlineData(85.25, 43.5)]
    [InlineData(85.75, 43.75)]
    public void The_boundary_of_a_dedicated_grid_is_offered_to_both(double x, double y) => AssertMatch([WestVillage, School], x, y);

    [Theory]
    [InlineData(86, 43.5, new[] { WestVillage, EastVillage })]
    [InlineData(85.5, 44, new[] { WestVillage, NorthTownship })]
    [InlineData(86.5, 44, new[] { EastVillage, OtherCounty })]
    public void A_shared_edge_is_offered_to_both_grids_lowest_code_first(double x, double y, string[] grids) => AssertMatch(grids, x, y);

    [Fact]
    public void A_shared_corner_is_offered_to_all_four_grids() =>
        AssertMatch([WestVillage, EastVillage, NorthTownship, OtherCounty], 86, 44);

    [Fact]
    public void The_outer_edge_belongs_to_the_one_grid_that_it_bounds() => AssertMatch([WestVillage], 85, 43.5);

    [Theory]
    [InlineData(84, 43.5, WestVillage)]
    [InlineData(88, 45.5, OtherCounty)]
    [InlineData(86.5, -43, EastVillage)]
    public void Outside_every_grid_the_nearest_one_is_named(double x, double y, string nearest)
    {
        var match = _index.Match(At(x, y));

        Assert.Empty(match.Grids);
        Assert.Equal(nearest, match.Nearest?.ToString());
    }

    [Fact]
    public void A_hole_in_a_grid_is_outside_of_it()
    {
        var ring = new Grid(GridCode.Parse(WestVillage), "", GridKind.Urban, null, $"POLYGON ({Ring(85, 43, 1)}, {Ring(85.4, 43.4, 0.2)})");

        Assert.Empty(new GridIndex([ring]).Match(At(85.5, 43.5)).Grids);
        Assert.Single(new GridIndex([ring]).Match(At(85.1, 43.5)).Grids);
    }

    [Theory]
    [InlineData(85.5, true)]
    [InlineData(86.5, false)]
    [InlineData(87.5, true)]
    public void A_grid_in_two_parts_contains_both_and_not_what_lies_between(double x, bool isInside)
    {
        var parts = new Grid(GridCode.Parse(WestVillage), "", GridKind.Rural, null, $"MULTIPOLYGON (({Ring(85, 43, 1)}), ({Ring(87, 43, 1)}))");

        Assert.Equal(isInside, !new GridIndex([parts]).Match(At(x, 43.5)).Grids.IsEmpty);
    }

    [Fact]
    public void Without_grids_there_is_neither_a_match_nor_a_nearest_grid()
    {
        var match = GridIndex.Empty.Match(At(85, 43));

        Assert.Empty(match.Grids);
        Assert.Null(match.Nearest);
        Assert.Equal(0, GridIndex.Empty.Count);
    }

    [Fact]
    public void A_grid_is_found_by_its_code_and_only_by_that()
    {
        Assert.Equal(School, _index.Find(GridCode.Parse(School))?.Name);
        Assert.Null(_index.Find(GridCode.Parse("652301001001002")));
    }

    [Fact]
    public void A_grid_without_a_readable_boundary_is_named()
    {
        var fault = Assert.Throws<ArgumentException>(() => new GridIndex([Square(WestVillage, 85, 143)]));

        Assert.Contains(WestVillage, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_places_belong_to_the_grids_that_looking_at_every_grid_gives()
    {
        var grids = Enumerable.Range(0, 100)
            .Select(i => Square($"652301001001{i + 1:D3}", 85 + (i % 10 * 0.1), 43 + (i / 10 * 0.1), size: 0.1 + (i % 3 * 0.01)))
            .Concat(Enumerable.Range(0, 20).Select(i => Square($"652301001001{i + 801:D3}", 85.03 + (i * 0.04), 43.03 + (i * 0.04), size: 0.02)))
            .ToList();
        var boundaries = grids.Select(g => (g.Code, Boundary: new WKTReader().Read(g.BoundaryWkt))).ToList();
        var index = new GridIndex(grids);

        Gen.Select(Gen.Int[-100, 1_200], Gen.Int[-100, 1_200]).Sample(
            (x, y) =>
            {
                var place = At(85 + (x * 0.001), 43 + (y * 0.001));
                Assert.Equal(LookAtEvery(boundaries, place), index.Match(place).Grids);
            },
            iter: Iterations.AtMost(2_000));
    }

    private static IEnumerable<GridCode> LookAtEvery(List<(GridCode Code, Geometry Boundary)> grids, GeoPoint place)
    {
        var point = new Point(place.Lon, place.Lat);
        var dedicated = grids.Where(g => g.Code.IsDedicated && g.Boundary.Contains(point)).Select(g => g.Code).Order().Take(1).ToList();
        return dedicated.Count > 0 ? dedicated : grids.Where(g => g.Boundary.Covers(point)).Select(g => g.Code).Order();
    }

    private static void AssertMatch(string[] expected, double x, double y) =>
        Assert.Equal(expected, _index.Match(At(x, y)).Grids.Select(g => g.ToString()));
}
