namespace GridActors.Hosting.Imports;

/// <summary>What a file of reference data holds. In the order in which one kind needs the other.</summary>
public enum ImportKind
{
    Divisions,
    Departments,
    Holidays,
    Catalogue,
    Grids,
    Workers,
}
