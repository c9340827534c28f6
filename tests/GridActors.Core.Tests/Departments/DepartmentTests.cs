using GridActors.Core.Departments;

namespace GridActors.Core.Tests.Departments;

public sealed class DepartmentTests
{
    private static readonly Department _housing = new(DepartmentCode.Parse("652301000000/housing"), "住建", "Housing");

    [Theory]
    [InlineData("住建", "Transport", true)]
    [InlineData("交通", "Housing", true)]
    [InlineData("交通", "housing", true)]
    [InlineData("交通 / 住建", "", true)]
    [InlineData("", "Transport/Housing", true)]
    [InlineData("交通", "Transport", false)]
    [InlineData("住建局", "Housing Office", false)]
    public void A_catalogue_names_its_owners_in_either_language_with_a_slash_between(string zh, string en, bool isOwner) =>
        Assert.Equal(isOwner, _housing.IsOwner(zh, en));
}
