namespace GridActors.Api.Tests;

/// <summary>Places, workers and items of the demo region that the tests rely on.</summary>
internal static class Demo
{
    public const string Prefecture = "652300000000";
    public const string County = "652390000000";
    public const string Township = "652390001000";
    public const string Village = "652390001001";
    public const string Grid = "652390001001001";
    public const string NeighbourGrid = "652390001001002";

    /// <summary>Another township's.</summary>
    public const string FarGrid = "652390100201001";

    /// <summary>Inside <see cref="NeighbourGrid"/>.</summary>
    public const string SchoolGrid = "652390001001801";

    public const string Worker = "yd-1001";
    public const string Colleague = "yd-1002";

    /// <summary>Starts at the township; accepted within 15 minutes, by the clock on the wall.</summary>
    public const string TownshipItem = "0101";

    public const string CountyItem = "0105";
    public const string VillageItem = "0502";
}
