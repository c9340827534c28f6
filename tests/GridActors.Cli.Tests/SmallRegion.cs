namespace GridActors.Cli.Tests;

/// <summary>One county with one township and two villages, made up; the calendar of early 2025.</summary>
internal static class SmallRegion
{
    public const string DivisionsHeader = "code,name,level,parent,urban_rural_class";
    public const string HolidaysHeader = "date,name,is_off_day";
    public const string GridsHeader = "code,name,kind,households,boundary_wkt";
    public const string WorkersHeader = "worker_id,grid_code,role,shift_start,shift_end";
    public const string CatalogueHeader =
        "code,group_code,group_zh,group_en,name_zh,name_en,severity,owner_zh,owner_en,start_tier,ack_value,ack_unit,resolve_value,resolve_unit,parallel_tiers,basis";

    public const string Boundary = "\"POLYGON ((85 44, 86 44, 86 45, 85 45, 85 44))\"";

    public static IReadOnlyList<string> Divisions { get; } =
    [
        DivisionsHeader,
        "652300000000,某州,prefecture,,",
        "652301000000,某县,county,652300000000,",
        "652301001000,某镇,township,652301000000,",
        "652301001001,东村,village,652301001000,111",
        "652301001002,西村,village,652301001000,111",
    ];

    /// <summary>The Sunday 26 January is worked instead of the holiday from 28 January to 4 February.</summary>
    public static IReadOnlyList<string> Holidays { get; } =
    [
        HolidaysHeader,
        "2025-01-01,元旦,true",
        "2025-01-26,春节调休,false",
        .. Enumerable.Range(0, 8).Select(d => $"{new DateOnly(2025, 1, 28).AddDays(d):yyyy-MM-dd},春节,true"),
        "2025-10-01,国庆节,true",
    ];

    /// <summary>0101 climbs fast, 0102 and 0104 run on office hours, 0103 starts at the village, 0105 may wait for exactly 37 minutes.</summary>
    public static IReadOnlyList<string> Catalogue { get; } =
    [
        CatalogueHeader,
        Item("0101", "S2", "township", "15,minute", "2,urgent_hour"),
        Item("0102", "S3", "township", "2,work_hour", "4,work_hour"),
        Item("0103", "S3", "village", "2,work_hour", "1,work_day"),
        Item("0104", "S3", "township", "4,work_hour", "1,work_day"),
        Item("0105", "S2", "township", "37,minute", "2,urgent_hour"),
    ];

    public static IReadOnlyList<string> Grids { get; } =
    [
        GridsHeader,
        $"652301001001001,东村一号网格,urban,250,{Boundary}",
        "652301001002001,西村一号网格,urban,250,\"POLYGON ((86 44, 87 44, 87 45, 86 45, 86 44))\"",
    ];

    /// <summary>The post of the west village is vacant at night.</summary>
    public static IReadOnlyList<string> Workers { get; } =
    [
        WorkersHeader,
        "ms-001,652301001001001,head,09:00,19:00",
        "ms-002,652301001002001,head,09:00,19:00",
        "ms-003,652301001002,duty,09:00,18:00",
    ];

    public static string Item(
        string code,
        string severity = "S3",
        string startTier = "township",
        string accept = "2,work_hour",
        string handle = "4,work_hour",
        string parallel = "",
        string? group = null,
        string nameZh = "路面坑洞") =>
        $"{code},{group ?? code[..2]},道路,Roads,{nameZh},Hole in the road,{severity},道路管理单位,Road authority,{startTier},{accept},{handle},{parallel},test";

    public static void WriteTo(TempFolder folder)
    {
        folder.Write("divisions.csv", Divisions);
        folder.Write("holidays.csv", Holidays);
        folder.Write("catalogue.csv", Catalogue);
        folder.Write("grids.csv", Grids);
        folder.Write("workers.csv", Workers);
    }

    /// <summary>Arguments of an import of all its files.</summary>
    public static string[] ImportFrom(TempFolder folder, string dataDirectory) =>
    [
        "import", "--data", dataDirectory,
        .. ((string[])["divisions", "holidays", "catalogue", "grids", "workers"]).SelectMany(k => (string[])[$"--{k}", folder.PathOf($"{k}.csv")]),
    ];
}
