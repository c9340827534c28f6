using System.Text.RegularExpressions;

namespace GridActors.Architecture.Tests;

public sealed partial class SourceTests
{
    private const int LongestFile = 300;
    private const int LongestMethod = 40;

    private static readonly string[] _namesWithoutAFeature = ["Services", "Helpers", "Utils", "Models", "Common"];

    [Fact]
    public void No_file_is_long_without_a_reason_on_its_first_line() =>
        AssertNone(Repository.Sources.Where(f => f.Lines.Count > LongestFile && !f.Lines[0].StartsWith("// Over 300 lines: ", StringComparison.Ordinal)).Select(f => $"{f.Path}: {f.Lines.Count} lines"));

    [Fact]
    public void No_method_is_long() =>
        AssertNone(Repository.Sources.SelectMany(MethodsOf).Where(m => m.Length > LongestMethod).Select(m => $"{m.Path}:{m.Line}: {m.Length} lines"));

    [Fact]
    public void The_counter_of_methods_counts()
    {
        string[] lines = ["public sealed class A(int x)", "{", "    public int B(", "        int y)", "    {", "        return y;", "    }", "}"];

        var method = Assert.Single(MethodsOf(new SourceFile("A.cs", lines)));

        Assert.Equal((5, 1), (method.Line, method.Length));
    }

    [Fact]
    public void A_namespace_is_its_path() =>
        AssertNone(Repository.Sources.Where(f => NamespaceOf(f) is { } found && found != ExpectedNamespace(f)).Select(f => $"{f.Path}: {NamespaceOf(f)} instead of {ExpectedNamespace(f)}"));

    [Fact]
    public void Folders_are_features() =>
        AssertNone(Repository.Sources.Where(f => f.Path.Split(Path.DirectorySeparatorChar)[..^1].Any(_namesWithoutAFeature.Contains)).Select(f => f.Path));

    [Fact]
    public void Nothing_is_left_for_later() =>
        AssertNone(Repository.Sources
            .Where(f => !f.Path.EndsWith($"{nameof(SourceTests)}.cs", StringComparison.Ordinal))
            .SelectMany(f => f.Lines.Where(l => Leftover().IsMatch(l)).Select(l => $"{f.Path}: {l.Trim()}")));

    [Fact]
    public void Versions_of_packages_stand_in_one_file()
    {
        var projects = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories).ToList();

        Assert.NotEmpty(projects);
        Assert.DoesNotContain(projects, p => PackageVersion().IsMatch(File.ReadAllText(p)));
    }

    /// <summary>Members with a parameter list: a block counts the lines between its braces, an expression those after its first.</summary>
    private static IEnumerable<(string Path, int Line, int Length)> MethodsOf(SourceFile file)
    {
        for (var line = 0; line < file.Lines.Count; line++)
        {
            if (!Member().IsMatch(file.Lines[line]) || TypeDeclaration().IsMatch(file.Lines[line]))
            {
                continue;
            }

            var indent = file.Lines[line].TakeWhile(c => c == ' ').Count();
            var last = EndOf(file.Lines, line, indent);
            var open = Enumerable.Range(line, last - line).FirstOrDefault(at => file.Lines[at] == new string(' ', indent) + "{", -1);
            yield return open < 0 ? (file.Path, line + 1, last - line) : (file.Path, open + 1, last - open - 1);
        }
    }

    /// <summary>The closing brace of the member's own block, or the line that ends its expression.</summary>
    private static int EndOf(IReadOnlyList<string> lines, int start, int indent)
    {
        for (var at = start; at < lines.Count; at++)
        {
            var isEnd = BlockEnd().IsMatch(lines[at]) && lines[at].TakeWhile(c => c == ' ').Count() == indent
                || (lines[at].EndsWith(';') && (at + 1 == lines.Count || lines[at + 1].Trim() is "" or "}") && !lines.Skip(start).Take(at - start).Contains(new string(' ', indent) + "{"));
            if (isEnd)
            {
                return at;
            }
        }

        return lines.Count - 1;
    }

    private static void AssertNone(IEnumerable<string> offences)
    {
        var found = string.Join('\n', offences);
        Assert.True(found.Length == 0, found);
    }

    private static string? NamespaceOf(SourceFile file) =>
        file.Lines.Where(l => l.StartsWith("namespace ", StringComparison.Ordinal)).Select(l => l["namespace ".Length..].TrimEnd(';')).FirstOrDefault();

    private static string ExpectedNamespace(SourceFile file)
    {
        var parts = file.Path.Split(Path.DirectorySeparatorChar)[..^1];
        var (project, rest) = parts[0] switch
        {
            "src" or "tests" => (parts[1], parts[2..]),
            "api-host" => ("GridActors.ApiHost", parts[1..]),
            "silo-host" => ("GridActors.SiloHost", parts[1..]),
            _ => ("GridActors.Cli", parts[1..]),
        };
        return string.Join('.', [project, .. rest]);
    }

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex Leftover();

    [GeneratedRegex("""PackageReference[^>]*\sVersion=""")]
    private static partial Regex PackageVersion();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)\b\s")]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"^ *(}|[}\])]+;)$")]
    private static partial Regex BlockEnd();

    [GeneratedRegex(@"^(    ){1,2}(public|private|internal|protected)\b[^=]*\(")]
    private static partial Regex Member();
}
