using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace GridActors.Architecture.Tests.Assemblies;

/// <summary>Dependencies point inwards.</summary>
public sealed class LayerTests
{
    private static readonly ArchUnitNET.Domain.Architecture _architecture = new ArchLoader().LoadAssemblies([.. Product.All]).Build();

    public static TheoryData<string> Assemblies => [.. Product.Layers.SelectMany(l => l)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void An_assembly_knows_only_what_lies_below_it(string name)
    {
        var allowed = Product.Layers.TakeWhile(l => !l.Contains(name)).SelectMany(l => l).Append(name).ToHashSet();

        foreach (var above in Product.All.Where(a => !allowed.Contains(a.GetName().Name!)))
        {
            Types().That().ResideInAssembly(Product.Load(name))
                .Should().NotDependOnAny(Types().That().ResideInAssembly(above))
                .Because($"{name} lies below or beside {above.GetName().Name}")
                .Check(_architecture);
        }
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void An_assembly_references_only_what_lies_below_it(string name)
    {
        var allowed = Product.Layers.TakeWhile(l => !l.Contains(name)).SelectMany(l => l);
        var referenced = Product.Load(name).GetReferencedAssemblies().Select(a => a.Name!).Intersect(Product.Layers.SelectMany(l => l));

        Assert.Empty(referenced.Except(allowed));
    }
}
