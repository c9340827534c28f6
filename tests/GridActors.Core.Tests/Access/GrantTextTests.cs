using CsCheck;
using GridActors.Core.Access;
using GridActors.Core.Departments;
using GridActors.Core.Workers;

namespace GridActors.Core.Tests.Access;

public sealed class GrantTextTests
{
    private static readonly string[] _places = ["", "6523", "652301", "652301001", "652301001002", "652301001002003"];
    private static readonly Gen<string> _scopes = Gen.Int[0, _places.Length - 1].Select(i => _places[i]);

    private static readonly Gen<Grant> _grants = Gen.Select(Gen.Enum<CallerRole>(), _scopes, (role, scope) => new Grant(
        role,
        scope,
        role == CallerRole.Worker ? WorkerId.Parse("w-1") : null,
        role == CallerRole.Department ? DepartmentCode.Parse("652301000000/housing") : null));

    [Theory]
    [InlineData("centre_operator:652301", CallerRole.CentreOperator, "652301")]
    [InlineData("centre_operator:652301000000", CallerRole.CentreOperator, "652301")]
    [InlineData("supervisor:6523", CallerRole.Supervisor, "6523")]
    [InlineData("auditor:652301001000", CallerRole.Auditor, "652301001")]
    [InlineData("administrator:all", CallerRole.Administrator, "")]
    [InlineData("requester:652301001002003", CallerRole.Requester, "652301001002003")]
    public void A_role_and_a_scope_are_a_grant(string text, CallerRole role, string scope)
    {
        Assert.True(GrantText.TryRead(text, out var grant, out var problem), problem);
        Assert.Equal(new Grant(role, scope), grant);
    }

    [Fact]
    public void A_worker_and_a_department_say_which_one()
    {
        Assert.True(GrantText.TryRead("worker:652301001:w-1", out var worker, out _));
        Assert.True(GrantText.TryRead("department:652301:652301000000/housing", out var department, out _));

        Assert.Equal(new Grant(CallerRole.Worker, "652301001", Worker: WorkerId.Parse("w-1")), worker);
        Assert.Equal(new Grant(CallerRole.Department, "652301", Department: DepartmentCode.Parse("652301000000/housing")), department);
    }

    [Theory]
    [InlineData("")]
    [InlineData("supervisor")]
    [InlineData("supervisor:")]
    [InlineData(":652301")]
    [InlineData("Supervisor:652301")]
    [InlineData("5:652301")]
    [InlineData("mayor:652301")]
    [InlineData("supervisor:*")]
    [InlineData("supervisor:ALL")]
    [InlineData("supervisor:65")]
    [InlineData("supervisor:65230")]
    [InlineData("supervisor:652301000")]
    [InlineData("supervisor:65230100100")]
    [InlineData("supervisor:6523010010020")]
    [InlineData("supervisor:652301001002000")]
    [InlineData("supervisor:000000000000")]
    [InlineData("supervisor:６５２３０１")]
    [InlineData("supervisor: 652301")]
    [InlineData("supervisor:652301 ")]
    [InlineData("supervisor:652301:")]
    [InlineData("supervisor:652301:w-1")]
    [InlineData("supervisor:652301,auditor:652301")]
    [InlineData("worker:652301")]
    [InlineData("worker:652301:")]
    [InlineData("worker:652301:12345")]
    [InlineData("worker:652301:w-1:w-2")]
    [InlineData("department:652301")]
    [InlineData("department:652301:housing")]
    [InlineData("department:652301:w-1")]
    public void What_is_not_quite_a_grant_is_none(string text)
    {
        Assert.False(GrantText.TryRead(text, out var grant, out var problem));
        Assert.Null(grant);
        Assert.NotEmpty(problem);
    }

    [Fact]
    public void Whatever_is_written_is_read_as_it_was() => _grants.Sample(
        grant => GrantText.TryRead(GrantText.Write(grant), out var read, out _) && read == grant,
        iter: Iterations.AtMost(1_000));

    /// <summary>A text that is read twice, with and without a digit more, is never wider for it.</summary>
    [Fact]
    public void A_longer_scope_never_holds_where_a_shorter_one_does_not() => Gen.Select(_scopes, _scopes).Sample((one, other) =>
        !one.StartsWith(other, StringComparison.Ordinal)
        || !new Grant(CallerRole.Supervisor, one).Covers("652301001002003")
        || new Grant(CallerRole.Supervisor, other).Covers("652301001002003"));
}
