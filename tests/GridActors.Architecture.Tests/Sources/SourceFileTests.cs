using System.Text.RegularExpressions;

namespace GridActors.Architecture.Tests.Sources;

/// <summary>What every source file keeps to.</summary>
public sealed partial class SourceFileTests
{
    private const int MaxFileLines = 300;
    private const int MaxMemberLines = 40;

    private static readonly string[] _bannedFolders = ["Services", "Helpers", "Utils", "Models", "Common"];

    private static readonly Dictionary<string, string> _namespaceOfRoot = new()
    {
        ["api-host"] = "GridActors.ApiHost",
        ["cli"] = "GridActors.Cli",
        ["silo-host"] = "GridActors.SiloHost",
    };

    [Fact]
    public void The_source_tree_is_there_to_be_read()
    {
        Assert.Contains("src/GridActors.Core/Incidents/IncidentDecider.cs", Repository.CSharpFiles);
        Assert.Contains("src/GridActors.Core/GridActors.Core.csproj", Repository.ProjectFiles);
    }

    [Fact]
    public void A_namespace_is_its_path() => AssertNone(
        from file in Repository.CSharpFiles
        let declared = NamespaceDeclaration().Match(Repository.Read(file)) is { Success: true } m ? m.Groups[1].Value : null
        where declared is not null || Path.GetFileName(file) != "Program.cs"
        where declared != NamespaceOf(file)
        select $"{file} is in namespace {declared ?? "(none)"}, not {NamespaceOf(file)}");

    [Fact]
    public void No_folder_is_named_after_nothing_in_the_domain() => AssertNone(
        Repository.CSharpFiles.Where(f => f.Split('/').SkipLast(1).Any(part => _bannedFolders.Contains(part, StringComparer.OrdinalIgnoreCase))));

    [Fact]
    public void A_file_has_at_most_300_lines_or_says_why_in_its_first() => AssertNone(
        from file in Repository.CSharpFiles
        let lines = Repository.ReadLines(file)
        where lines.Length > MaxFileLines && !SaysWhyItIsLong().IsMatch(lines[0])
        select $"{file} has {lines.Length} lines");

    [Fact]
    public void A_method_has_at_most_40_lines() => AssertNone(
        from file in Repository.CSharpFiles
        from member in MemberLengths.Of(Repository.Read(file))
        where member.Length > MaxMemberLines && member.Head.Contains('(', StringComparison.Ordinal)
        select $"{file}:{member.Line} has {member.Length} lines: {member.Head.Split('\n')[0]}");

    [Fact]
    public void Nothing_is_left_to_be_done_later() => AssertNone(
        from file in Repository.CSharpFiles.Concat(Repository.ProjectFiles)
        from line in Repository.ReadLines(file).Index()
        where LeftForLater().IsMatch(line.Item)
        select $"{file}:{line.Index + 1}: {line.Item.Trim()}");

    [Fact]
    public void Versions_of_packages_are_in_one_place() => AssertNone(
        from file in Repository.ProjectFiles
        from line in Repository.ReadLines(file)
        where line.Contains("<PackageReference", StringComparison.Ordinal) && line.Contains("Version", StringComparison.Ordinal)
        select $"{file}: {line.Trim()} belongs in Directory.Packages.props");

    private static string NamespaceOf(string file)
    {
        var parts = file.Split('/');
        var (root, folders) = parts[0] is "src" or "tests" or "bench" ? (parts[1], parts[2..^1]) : (_namespaceOfRoot[parts[0]], parts[1..^1]);
        return string.Join('.', [root, .. folders]);
    }

    private static void AssertNone(IEnumerable<string> offenders)
    {
        var all = string.Join('\n', offenders);

        Assert.True(all.Length == 0, all);
    }

    [GeneratedRegex(@"^namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceDeclaration();

    [GeneratedRegex(@"^// Over 300 lines: \S+")]
    private static partial Regex SaysWhyItIsLong();

    /// <summary>Written apart so that this file does not find itself.</summary>
    [GeneratedRegex(@"\bT[O]DO\b|\bF[I]XME\b|\bNot[I]mplementedException\b")]
    private static partial Regex LeftForLater();
}
