using System.Collections.Immutable;

namespace GridActors.Hosting.Imports;

/// <summary>Collects what is wrong with a file while it is read.</summary>
public sealed class ImportProblems
{
    private readonly List<ImportProblem> _found = [];
    private readonly HashSet<int> _refused = [];

    /// <summary>The row is not taken.</summary>
    public void Refuse(int row, string code, string reason)
    {
        _refused.Add(row);
        _found.Add(new ImportProblem(row, code, reason, IsWarning: false));
    }

    /// <summary>The row is taken, and whoever imports it should look at it.</summary>
    public void Warn(int row, string code, string reason) => _found.Add(new ImportProblem(row, code, reason, IsWarning: true));

    public bool IsRefused(int row) => _refused.Contains(row);

    /// <summary>In order of their rows.</summary>
    public ImmutableArray<ImportProblem> ToImmutable() => [.. _found.OrderBy(p => p.Row)];
}
