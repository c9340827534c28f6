using GridActors.Core.Catalogue;

namespace GridActors.Core.Tests.Catalogue;

public sealed class CatalogueScopeTests
{
    [Theory]
    [InlineData("重点人员走访", "Visit")]
    [InlineData("流动人口登记", "Registration")]
    [InlineData("走访", "Visit to a Key Person")]
    [InlineData("名单", "WATCH LIST upkeep")]
    [InlineData("走访", "Ethnic affairs visit")]
    [InlineData("走访", "Religious person visit")]
    public void An_item_about_a_category_of_persons_is_out_of_scope(string nameZh, string nameEn) =>
        Assert.True(CatalogueScope.DescribesPersons(nameZh, nameEn));

    [Theory]
    [InlineData("重点人口 暂住人口 特殊人群 涉稳人员 上访人员 信访人员 刑满 社区矫正 吸毒 精神障碍患者 宗教人士 信教 少数民族 人员排查 人员管控 人口登记")]
    [InlineData("person of interest|watchlist|floating population|religion|petitioner|ex-convict|drug user|registry of persons|resident register")]
    public void Every_one_of_the_usual_categories_is(string categories) => Assert.All(
        categories.Split(categories.Contains('|', StringComparison.Ordinal) ? '|' : ' '),
        c => Assert.True(CatalogueScope.DescribesPersons(c, "Visit") || CatalogueScope.DescribesPersons("走访", c)));

    [Theory]
    [InlineData("井盖缺失、移位、开裂", "Manhole cover missing, displaced or cracked")]
    [InlineData("邻里纠纷", "Dispute between neighbours")]
    [InlineData("消防通道堵塞", "Fire lane blocked")]
    [InlineData("老年人办事求助", "Help for the elderly with a public service")]
    public void An_item_about_a_place_a_service_or_a_hazard_is_in_scope(string nameZh, string nameEn) =>
        Assert.False(CatalogueScope.DescribesPersons(nameZh, nameEn));
}
