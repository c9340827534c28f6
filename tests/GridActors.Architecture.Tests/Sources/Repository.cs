namespace GridActors.Architecture.Tests.Sources;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] _sourceRoots = ["src", "api-host", "cli", "silo-host", "tests", "bench"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every C# file that somebody wrote, as a path from the root with forward slashes.</summary>
    public static IReadOnlyList<string> CSharpFiles { get; } = [.. FilesEndingIn(".cs")];

    public static IReadOnlyList<string> ProjectFiles { get; } = [.. FilesEndingIn(".csproj"), .. FilesEndingIn(".props"), "Directory.Build.props"];

    public static string PathOf(string file) => Path.Combine(Root, file);

    public static string Read(string file) => File.ReadAllText(PathOf(file));

    public static string[] ReadLines(string file) => File.ReadAllLines(PathOf(file));

    private static IEnumerable<string> FilesEndingIn(string ending) => _sourceRoots
        .Select(PathOf).Where(Directory.Exists)
        .SelectMany(d => Directory.EnumerateFiles(d, "*" + ending, SearchOption.AllDirectories))
        .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
        .Where(f => !f.Split('/').Any(part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "GridActors.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("These tests read the source tree; they run inside it.");
    }
}
