using GridActors.Core.Departments;
using GridActors.Core.Divisions;

namespace GridActors.Core.Tests.Departments;

public sealed class DepartmentCodeTests
{
    [Theory]
    [InlineData("652301000000/housing")]
    [InlineData("652301001000/fire")]
    [InlineData("652301000000/12")]
    [InlineData("652301000000/a-department-of-32-letters-named")]
    public void A_department_belongs_to_a_county_or_a_township(string text) => Assert.Equal(text, DepartmentCode.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("652301000000")]
    [InlineData("652301000000/")]
    [InlineData("652301000000/h")]
    [InlineData("652301000000/a-department-of-33-letters-named-")]
    [InlineData("652301000000-housing")]
    [InlineData("652301000000/Housing")]
    [InlineData("652301000000/hou sing")]
    [InlineData("652301000000/住建")]
    [InlineData("652301000000/é1")]
    [InlineData("652300000000/housing")]
    [InlineData("652301001001/housing")]
    [InlineData("65230100000x/housing")]
    [InlineData("６52301000000/housing")]
    public void Anything_else_is_no_department(string? text)
    {
        Assert.False(DepartmentCode.TryParse(text, out var code));
        Assert.Equal(default, code);
        Assert.Throws<FormatException>(() => DepartmentCode.Parse(text!));
    }

    [Fact]
    public void The_fault_names_what_was_read() =>
        Assert.Contains("nonsense", Assert.Throws<FormatException>(() => DepartmentCode.Parse("nonsense")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_branch_has_its_township_and_the_name_of_the_county_s_department()
    {
        var code = DepartmentCode.Parse("652301001000/fire");

        Assert.Equal((DivisionCode.Parse("652301001000"), "fire"), (code.Division, code.Name));
    }

    [Fact]
    public void Codes_are_ordered_as_they_are_written()
    {
        var (low, same, high) = (DepartmentCode.Parse("652301000000/fire"), DepartmentCode.Parse("652301000000/fire"), DepartmentCode.Parse("652301000000/housing"));

        Assert.True(low < high && high > low && low <= high && high >= low && low <= same && low >= same);
        Assert.False(high < low || low > high || high <= low || low >= high || low < same || low > same);
        Assert.Equal("", default(DepartmentCode).ToString());
    }
}
