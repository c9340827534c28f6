using GridActors.Core.Access;

namespace GridActors.Core.Tests.Access;

public sealed class HandOutRulesTests
{
    private static readonly Caller _administrator = new("admin", [new Grant(CallerRole.Administrator, "652301"), new Grant(CallerRole.Supervisor, "")]);

    [Theory]
    [InlineData("centre_operator:652301", true)]
    [InlineData("administrator:652301", true)]
    [InlineData("worker:652301001002003:w-1", true)]
    [InlineData("department:652301001:652301000000/housing", true)]
    [InlineData("department:652301:652302000000/housing", false)]
    [InlineData("auditor:652301", false)]
    [InlineData("supervisor:652302", false)]
    [InlineData("supervisor:6523", false)]
    [InlineData("supervisor:all", false)]
    [InlineData("administrator:all", false)]
    public void An_administrator_hands_out_what_lies_inside_their_own_scope_and_no_audit(string text, bool may)
    {
        Assert.True(GrantText.TryRead(text, out var grant, out var problem), problem);

        Assert.Equal(may, HandOutRules.MayHandOut(_administrator, grant));
    }

    [Fact]
    public void Nobody_else_hands_out_anything()
    {
        var others = Enum.GetValues<CallerRole>().Where(r => r != CallerRole.Administrator).Select(r => new Grant(r, ""));

        Assert.False(HandOutRules.MayHandOut(new Caller("somebody", [.. others]), new Grant(CallerRole.Requester, "652301")));
        Assert.False(HandOutRules.MayHandOut(Caller.Anonymous, new Grant(CallerRole.Requester, "652301")));
    }
}
