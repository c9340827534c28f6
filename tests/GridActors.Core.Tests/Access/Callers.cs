using GridActors.Core.Access;
using GridActors.Core.Departments;
using GridActors.Core.Workers;

namespace GridActors.Core.Tests.Access;

/// <summary>People of the county of <see cref="Incidents.Story"/>, and of its neighbours.</summary>
internal static class Callers
{
    public static Caller Worker(WorkerId id, params string[] grids) =>
        new(id.ToString(), [.. grids.Select(g => new Grant(CallerRole.Worker, g, Worker: id))]);

    public static Caller Operator(string scope) => With(CallerRole.CentreOperator, scope);

    public static Caller Department(DepartmentCode code) =>
        new(code.ToString(), [new Grant(CallerRole.Department, code.Division.Prefix, Department: code)]);

    public static Caller With(CallerRole role, string scope) => new($"{role}-{scope}", [new Grant(role, scope)]);

    public static Caller And(this Caller caller, Caller other) => caller with { Grants = [.. caller.Grants, .. other.Grants] };
}
