namespace GridActors.Architecture.Tests;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] _generated = ["bin", "obj", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every C# file that somebody wrote, with its path below the root.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } = [.. new[] { "src", "api-host", "silo-host", "cli", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Root, path))
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(_generated.Contains))
        .Order(StringComparer.Ordinal)
        .Select(path => new SourceFile(path, File.ReadAllLines(Path.Combine(Root, path))))];

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "GridActors.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new InvalidOperationException("These tests run below the repository's root.");
    }
}

internal sealed record SourceFile(string Path, IReadOnlyList<string> Lines);
