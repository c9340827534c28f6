using System.Reflection;
using System.Xml.Linq;
using GridActors.Contracts;
using GridActors.Core.Incidents;
using GridActors.Grains;

namespace GridActors.Architecture.Tests;

public sealed class DependencyTests
{
    /// <summary>What each project may reference of the others; whatever is not listed here is a question for a decision record.</summary>
    private static readonly Dictionary<string, string[]> _allowed = new()
    {
        ["GridActors.Core"] = [],
        ["GridActors.Contracts"] = ["GridActors.Core"],
        ["GridActors.Storage"] = ["GridActors.Core"],
        ["GridActors.Storage.Sqlite"] = ["GridActors.Storage"],
        ["GridActors.Storage.Postgres"] = ["GridActors.Storage"],
        ["GridActors.Grains"] = ["GridActors.Contracts", "GridActors.Storage"],
        ["GridActors.Hosting"] = ["GridActors.Grains", "GridActors.Storage.Sqlite", "GridActors.Storage.Postgres"],
        ["api-host"] = ["GridActors.Hosting"],
        ["silo-host"] = ["GridActors.Hosting"],
        ["cli"] = ["GridActors.Hosting"],
    };

    private static readonly string[] _folders = ["src", "api-host", "silo-host", "cli"];

    [Fact]
    public void The_core_knows_of_Orleans_only_how_to_be_serialised()
    {
        var orleans = typeof(Incident).Assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Orleans", StringComparison.Ordinal));

        Assert.All(orleans, name => Assert.StartsWith("Orleans.Serialization", name, StringComparison.Ordinal));
    }

    [Fact]
    public void The_core_does_no_input_or_output()
    {
        string[] forbidden = ["System.IO", "System.Net", "System.Data", "Microsoft.", "Npgsql", "Serilog"];

        var references = typeof(Incident).Assembly.GetReferencedAssemblies().Select(a => a.Name!);

        Assert.DoesNotContain(references, name => forbidden.Any(f => name.StartsWith(f, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_core_reads_no_clock()
    {
        var core = Repository.Sources.Where(f => f.Path.StartsWith(Path.Combine("src", "GridActors.Core"), StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(core);
        Assert.Empty(core.Where(f => f.Lines.Any(l => l.Contains("TimeProvider", StringComparison.Ordinal) || l.Contains("UtcNow", StringComparison.Ordinal) || l.Contains("Stopwatch", StringComparison.Ordinal))).Select(f => f.Path));
    }

    [Fact]
    public void Projects_depend_inwards_only()
    {
        var projects = _folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories)).ToList();

        Assert.NotEmpty(projects);
        Assert.Empty(projects.SelectMany(path =>
            ReferencesOf(path).Except(_allowed[Path.GetFileNameWithoutExtension(path)]).Select(r => $"{Path.GetFileNameWithoutExtension(path)} -> {r}")));
    }

    [Fact]
    public void Grains_are_internal_sealed_and_have_a_type_name_of_their_own()
    {
        var grains = typeof(GrainsRegistration).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Grain))).ToList();

        Assert.NotEmpty(grains);
        Assert.All(grains, g => Assert.True(g is { IsSealed: true, IsPublic: false } && g.GetCustomAttribute<GrainTypeAttribute>() is not null, g.Name));
    }

    [Fact]
    public void Grain_interfaces_and_their_methods_have_names_that_survive_a_rename()
    {
        var interfaces = typeof(GrainKeys).Assembly.GetTypes().Where(t => t.IsInterface && t.IsAssignableTo(typeof(IGrain))).ToList();

        Assert.NotEmpty(interfaces);
        Assert.All(interfaces, i => Assert.True(
            i.GetCustomAttribute<AliasAttribute>() is not null
            && i.GetCustomAttribute<Orleans.CodeGeneration.VersionAttribute>() is not null
            && i.GetMethods().All(m => m.GetCustomAttribute<AliasAttribute>() is not null), i.Name));
    }

    private static IEnumerable<string> ReferencesOf(string project) => XDocument.Load(project).Descendants("ProjectReference")
        .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
}
