using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace GridActors.Architecture.Tests.Assemblies;

/// <summary>Core is pure: it knows the attributes of one serializer and a geometry library, does no input or output, and reads no clock.</summary>
public sealed class CoreTests
{
    private static readonly string[] _inputAndOutput =
        ["System.IO", "System.Net", "System.Data", "Microsoft.Data", "Microsoft.Extensions", "Microsoft.AspNetCore", "System.Diagnostics.Process"];

    private static readonly string[] _clocks =
        ["get_Now", "get_UtcNow", "get_Today", "GetUtcNow", "GetLocalNow", "GetTimestamp", "get_TickCount", "get_TickCount64", "NewGuid", "CreateVersion7"];

    private static readonly string[] _clockTypes = ["TimeProvider", "Stopwatch", "Timer", "PeriodicTimer", "Random"];

    [Fact]
    public void Core_references_nothing_of_Orleans_but_its_serializer()
    {
        var orleans = Product.Core.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Orleans", StringComparison.Ordinal));

        Assert.All(orleans, name => Assert.StartsWith("Orleans.Serialization", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Core_references_no_other_library_than_the_runtime_and_geometry()
    {
        var others = Product.Core.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(n => !n.StartsWith("System.", StringComparison.Ordinal) && !n.StartsWith("Orleans.Serialization", StringComparison.Ordinal));

        Assert.Equal(["NetTopologySuite"], others);
    }

    [Fact]
    public void Core_does_no_input_or_output() =>
        Assert.Empty(Read(m => m.TypeReferences.Select(m.GetTypeReference)
            .Select(t => $"{m.GetString(t.Namespace)}.{m.GetString(t.Name)}")
            .Where(n => _inputAndOutput.Any(io => n.StartsWith(io + ".", StringComparison.Ordinal)))));

    [Fact]
    public void Core_reads_no_clock_and_draws_no_ids()
    {
        Assert.Empty(Read(m => m.MemberReferences.Select(m.GetMemberReference).Select(r => m.GetString(r.Name)).Intersect(_clocks)));
        Assert.Empty(Read(m => m.TypeReferences.Select(m.GetTypeReference).Select(t => m.GetString(t.Name)).Intersect(_clockTypes)));
    }

    private static string[] Read(Func<MetadataReader, IEnumerable<string>> query)
    {
        using var file = new PEReader(File.OpenRead(Product.Core.Location));
        return [.. query(file.GetMetadataReader())];
    }
}
