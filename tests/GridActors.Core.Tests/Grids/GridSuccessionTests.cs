using System.Collections.Immutable;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using static GridActors.Core.Tests.Grids.Lattice;

namespace GridActors.Core.Tests.Grids;

/// <summary>Grid 001 was split at 85.5 into 005 and 006; 002 lies east of it.</summary>
public sealed class GridSuccessionTests
{
    private static readonly Grid _old = Square("652301001001001", 85, 43);
    private static readonly Grid _west = Square("652301001001005", 85, 43) with { BoundaryWkt = "POLYGON ((85 43, 85.5 43, 85.5 44, 85 44, 85 43))" };
    private static readonly Grid _east = Square("652301001001006", 85, 43) with { BoundaryWkt = "POLYGON ((85.5 43, 86 43, 86 44, 85.5 44, 85.5 43))" };
    private static readonly Grid _beside = Square("652301001001002", 86, 43);
    private static readonly GridIndex _index = new([_west, _east, _beside]);
    private static readonly GridChange _split = new(1, GridChangeKind.Split, default, default, default, default, [_old], [_west, _east], _west.Code);

    [Theory]
    [InlineData(85.2, "652301001001005")]
    [InlineData(85.8, "652301001001006")]
    [InlineData(85.5, "652301001001005 652301001001006")]
    [InlineData(86.5, "652301001001005")]
    public void A_location_in_the_old_grid_decides_and_otherwise_the_successor_does(double x, string grids) =>
        Assert.Equal(grids, Grids(At(x, 43.5), _old.Code));

    [Fact]
    public void Without_a_location_the_successor_takes_it() => Assert.Equal(_west.Code.ToString(), Grids(null, _old.Code));

    [Fact]
    public void A_place_on_the_boundary_to_a_neighbour_is_offered_to_the_part_that_touches_it() =>
        Assert.Equal($"{_beside.Code} {_east.Code}", Grids(At(86, 43.5), _old.Code, _beside.Code));

    [Fact]
    public void What_is_filed_elsewhere_stays() => Assert.Equal(_beside.Code.ToString(), Grids(At(85.2, 43.5), _beside.Code));

    private static string Grids(GeoPoint? location, params ImmutableArray<GridCode> filedUnder)
    {
        var place = new ReportedPlace(filedUnder, DivisionCode.Parse("652301000000"), location);
        return string.Join(' ', GridSuccession.PlaceOf(place, _split, _index).Grids);
    }
}
