using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Workers;

namespace GridActors.Contracts;

/// <summary>
/// Keys of the reference actors. Each has a prefix, because the AdoNet storage provider reads a key that looks like a
/// hexadecimal number as one: "020235" and "20235" would share a row, and so would two kinds of grain (ADR 0004).
/// </summary>
public static class GrainKeys
{
    /// <summary>The one region index of a cell.</summary>
    public const string Region = "region/cell";

    public static string Of(GridCode grid) => $"grid/{grid}";

    public static string Of(WorkerId worker) => $"worker/{worker}";

    public static string Of(BadgeId badge) => $"badge/{badge}";

    public static string Of(DivisionCode division) => $"division/{division}";

    /// <summary>The changes of the grids of a village.</summary>
    public static string GridRegisterOf(DivisionCode village) => $"grid-register/{village}";

    public static string CatalogueOf(DivisionCode division) => $"catalogue/{division}";

    /// <summary>The part behind the prefix.</summary>
    public static string CodeIn(string key) => key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
