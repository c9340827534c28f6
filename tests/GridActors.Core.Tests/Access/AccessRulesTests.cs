using GridActors.Core.Access;

namespace GridActors.Core.Tests.Access;

public sealed class AccessRulesTests
{
    [Fact]
    public void Who_has_no_login_may_report_and_read_what_is_public_and_nothing_else() => Assert.Equal(
        [Permission.ReadPublic, Permission.Report],
        Enum.GetValues<Permission>().Where(Caller.Anonymous.Has));

    [Fact]
    public void A_login_without_a_grant_is_worth_no_more_than_none()
    {
        var caller = new Caller("somebody", []);

        Assert.Equal(Enum.GetValues<Permission>().Where(Caller.Anonymous.Has), Enum.GetValues<Permission>().Where(caller.Has));
    }

    [Fact]
    public void Every_permission_is_somebodys() => Assert.All(
        Enum.GetValues<Permission>(),
        permission => Assert.Contains(Enum.GetValues<CallerRole>(), role => AccessRules.Grants(role, permission)));

    [Fact]
    public void An_administrator_sees_no_incident() => Assert.False(AccessRules.Grants(CallerRole.Administrator, Permission.ReadIncidents));

    [Fact]
    public void A_permission_holds_where_its_own_grant_does()
    {
        var caller = new Caller("somebody", [new Grant(CallerRole.CentreOperator, "652301001"), new Grant(CallerRole.Supervisor, "652302")]);

        Assert.True(caller.Has(Permission.DirectIncidents, "652301001002"));
        Assert.False(caller.Has(Permission.DirectIncidents, "652302001002"));
        Assert.False(caller.Has(Permission.ReadIncidents, "652301000000"));
        Assert.True(caller.Has(Permission.ReadIncidents, "652302001002003"));
    }
}
