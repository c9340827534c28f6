using GridActors.Core.Divisions;
using GridActors.Hosting.Imports;

namespace GridActors.Hosting.Demo;

/// <summary>A made-up county to try things on, shipped with the product.</summary>
public static class DemoRegion
{
    public static DivisionCode County { get; } = DivisionCode.Parse("652390000000");

    /// <summary>Its centre is on duty from 10:00 to 20:00 only. Its roster is the last line of the last file.</summary>
    public static DivisionCode LastVillage { get; } = DivisionCode.Parse("652390200202");

    /// <summary>Imports it. Safe to repeat: what is there already stays as it is.</summary>
    /// <exception cref="InvalidOperationException">A shipped row was refused: the package is broken.</exception>
    public static async Task ImportAsync(ReferenceImport import, CancellationToken ct)
    {
        foreach (var kind in Enum.GetValues<ImportKind>())
        {
            using var csv = Open(kind);
            var report = await import.ImportAsync(kind, csv, rows: null, ct);
            if (report.Problems.Length > 0)
            {
                throw new InvalidOperationException($"The shipped {kind} have problems: {report.Problems[0]}.");
            }
        }
    }

    /// <summary>The shipped file of a kind.</summary>
    public static TextReader Open(ImportKind kind)
    {
        var name = $"{typeof(DemoRegion).Namespace}.{ImportWords.TextOf(kind)}.csv";
        return new StreamReader(typeof(DemoRegion).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The package lacks {name}."));
    }
}
