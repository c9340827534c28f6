using GridActors.Core.Departments;

namespace GridActors.ApiHost.Departments;

/// <summary>A department that incidents can be dispatched to.</summary>
/// <param name="Code">Its county or township, a slash, and its name there.</param>
public sealed record DepartmentResource(DepartmentCode Code, string NameZh, string NameEn)
{
    public static DepartmentResource Of(Department department) => new(department.Code, department.NameZh, department.NameEn);
}
