using System.Collections.Immutable;
using GridActors.Core.Departments;
using GridActors.Core.Divisions;

namespace GridActors.Hosting.Imports;

/// <summary>Checks the rows of a departments file.</summary>
internal static class DepartmentRows
{
    public static ImmutableArray<string> Columns { get; } = ["code", "name_zh", "name_en"];

    public static ImmutableArray<Department> Read(ImportTable table, RegionSnapshot region, ImportProblems problems)
    {
        var rows = new ImportedRows<DepartmentCode, Department>(problems, c => $"Department {c}");
        foreach (var row in table.Rows)
        {
            if (!DepartmentCode.TryParse(row["code"], out var code))
            {
                problems.Refuse(row.Number, "department_code_malformed", "code is a county or township, a slash and a name: 652301000000/housing.");
                continue;
            }

            if (region.Find(code.Division) is null)
            {
                problems.Refuse(row.Number, "division_unknown", $"There is no division {code.Division}; import divisions first.");
            }

            ImportWords.CheckName(row, "name_zh", problems);
            ImportWords.CheckName(row, "name_en", problems);
            rows.Add(row, code, new Department(code, row["name_zh"], row["name_en"]));
        }

        return [.. rows.Accepted.Select(r => r.Value).OrderBy(d => d.Code)];
    }
}
