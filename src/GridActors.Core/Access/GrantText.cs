using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GridActors.Core.Departments;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Workers;

namespace GridActors.Core.Access;

/// <summary>
/// A grant in one line, the same in tokens, keys and on the command line: <c>role:scope</c>, of a worker
/// <c>worker:scope:badge-number</c>, of a department <c>department:scope:code</c>.
/// </summary>
/// <remarks>Nothing is mended and nothing has a default: whoever leaves a part out gets no grant, instead of a wider or narrower one.</remarks>
public static class GrantText
{
    /// <summary>The scope that is every place.</summary>
    public const string Everywhere = "all";

    private const int MaxParts = 3;
    private const int CodeLength = 12;

    private static readonly FrozenDictionary<string, CallerRole> _roles = Enum.GetValues<CallerRole>().ToFrozenDictionary(NameOf);

    public static string NameOf(CallerRole role) => JsonNamingPolicy.SnakeCaseLower.ConvertName(role.ToString());

    public static string Write(Grant grant)
    {
        var who = grant.Worker?.ToString() ?? grant.Department?.ToString();
        var line = $"{NameOf(grant.Role)}:{(grant.Scope.Length == 0 ? Everywhere : grant.Scope)}";
        return who is null ? line : $"{line}:{who}";
    }

    /// <param name="problem">What is wrong with it, for people; empty where nothing is.</param>
    public static bool TryRead(string text, [NotNullWhen(true)] out Grant? grant, out string problem)
    {
        grant = null;
        var parts = text.Split(':', MaxParts);
        if (!_roles.TryGetValue(parts[0], out var role))
        {
            problem = $"A grant begins with one of {string.Join(", ", _roles.Keys.Order(StringComparer.Ordinal))}.";
        }
        else if (parts.Length < 2 || !TryReadScope(parts[1], out var scope))
        {
            problem = $"Behind the role and a colon comes a scope: the leading digits of a division (4, 6, 9 or 12), the 15 of a grid, or {Everywhere}.";
        }
        else
        {
            (grant, problem) = AddHolder(new Grant(role, scope), parts.Length < MaxParts ? null : parts[2]);
        }

        return grant is not null;
    }

    /// <summary>Reads a division's code with or without its trailing zeros, a grid's, or <see cref="Everywhere"/>.</summary>
    /// <param name="scope">As a <see cref="Grant"/> has it.</param>
    public static bool TryReadScope(string text, [NotNullWhen(true)] out string? scope)
    {
        scope = text == Everywhere ? ""
            : GridCode.TryParse(text, out GridCode _) ? text
            : text.Length <= CodeLength && DivisionCode.TryParse(text.PadRight(CodeLength, '0'), out DivisionCode division) && (text == division.Prefix || text.Length == CodeLength) ? division.Prefix
            : null;
        return scope is not null;
    }

    private static (Grant? Grant, string Problem) AddHolder(Grant bare, string? holder) => bare.Role switch
    {
        CallerRole.Worker => WorkerId.TryParse(holder, out var worker)
            ? (bare with { Worker = worker }, "")
            : (null, "A grant of a worker ends with the number on the badge."),
        CallerRole.Department => DepartmentCode.TryParse(holder, out var department)
            ? (bare with { Department = department }, "")
            : (null, "A grant of a department ends with its code, such as 652301000000/housing."),
        _ when holder is null => (bare, ""),
        _ => (null, "Only a worker and a department have a third part."),
    };
}
