using GridActors.Core.Departments;
using GridActors.Core.Workers;

namespace GridActors.Core.Access;

/// <summary>One role where it holds.</summary>
/// <param name="Scope">The leading digits of the codes of places that it holds for: a division's without its trailing zeros, or the fifteen of a grid; empty for every place of the cell.</param>
/// <param name="Worker">Of a worker: who it is.</param>
/// <param name="Department">Of a department: which one.</param>
[GenerateSerializer, Immutable, Alias("grant")]
public sealed record Grant(
    [property: Id(0)] CallerRole Role,
    [property: Id(1)] string Scope,
    [property: Id(2)] WorkerId? Worker = null,
    [property: Id(3)] DepartmentCode? Department = null)
{
    /// <summary>Whether a place lies in it, by its code.</summary>
    /// <param name="placeCode">Twelve digits of a division or fifteen of a grid.</param>
    public bool Covers(string placeCode) => placeCode.StartsWith(Scope, StringComparison.Ordinal);
}
