namespace GridActors.Core.Catalogue;

/// <summary>
/// The platform routes incidents, never people: an item names a place, a service or a hazard. An item whose name is one
/// of the usual categories of persons is refused when a catalogue is published.
/// </summary>
public static class CatalogueScope
{
    private static readonly string[] _categoriesOfPersons =
    [
        "重点人员", "重点人口", "流动人口", "暂住人口", "特殊人群", "涉稳人员", "上访人员", "信访人员", "刑满", "社区矫正", "吸毒",
        "精神障碍患者", "宗教人士", "信教", "少数民族", "人员排查", "人员管控", "人口登记",
        "person of interest", "key person", "watch list", "watchlist", "floating population", "ethnic", "religio",
        "petitioner", "ex-convict", "drug user", "registry of person", "resident register",
    ];

    public static bool DescribesPersons(string nameZh, string nameEn) =>
        _categoriesOfPersons.Any(c => nameZh.Contains(c, StringComparison.OrdinalIgnoreCase) || nameEn.Contains(c, StringComparison.OrdinalIgnoreCase));
}
