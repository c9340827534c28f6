using System.Reflection;
using GridActors.Contracts.Access;
using Orleans.CodeGeneration;
using Orleans.Services;

namespace GridActors.Architecture.Tests.Assemblies;

/// <summary>Names that silos of two releases know each other by are written down, never derived from a class.</summary>
public sealed class GrainTests
{
    [Fact]
    public void A_grain_class_is_internal_sealed_and_has_a_name_of_its_own()
    {
        var grains = Product.All.SelectMany(a => a.GetTypes()).Where(t => t.IsSubclassOf(typeof(Grain))).ToList();

        Assert.NotEmpty(grains);
        Assert.All(grains, t => Assert.True(t is { IsSealed: true, IsNotPublic: true } && t.IsDefined(typeof(GrainTypeAttribute)), t.FullName));
    }

    [Fact]
    public void A_grain_interface_and_each_of_its_methods_has_an_alias_and_the_interface_a_version()
    {
        var interfaces = GrainInterfaces.ToList();

        Assert.NotEmpty(interfaces);
        Assert.All(interfaces, i => Assert.True(i.IsDefined(typeof(AliasAttribute)) && i.IsDefined(typeof(VersionAttribute)), i.FullName));
        Assert.All(interfaces.SelectMany(i => i.GetMethods()), m => Assert.True(m.IsDefined(typeof(AliasAttribute)), $"{m.DeclaringType}.{m.Name}"));
    }

    [Fact]
    public void A_grain_call_can_be_cancelled() =>
        Assert.All(GrainInterfaces.SelectMany(i => i.GetMethods()), m => Assert.Equal(typeof(CancellationToken), m.GetParameters()[^1].ParameterType));

    [Fact]
    public void A_grain_method_says_what_it_asks_of_its_caller() => Assert.All(
        GrainInterfaces.Where(i => !typeof(IGrainService).IsAssignableFrom(i)).SelectMany(i => i.GetMethods()),
        m => Assert.True(m.IsDefined(typeof(AccessAttribute)), $"{m.DeclaringType}.{m.Name} is closed to everybody: it has no {nameof(AccessAttribute)}."));

    [Fact]
    public void What_only_the_contracts_assembly_has_is_guarded_so_every_grain_interface_is_in_it() =>
        Assert.All(GrainInterfaces.Where(i => !typeof(IGrainService).IsAssignableFrom(i)), i => Assert.Equal(typeof(AccessAttribute).Assembly, i.Assembly));

    [Fact]
    public void A_serialised_type_has_an_alias_that_no_other_has()
    {
        var types = Product.All.SelectMany(a => a.GetTypes()).Where(t => t.IsDefined(typeof(GenerateSerializerAttribute), false)).ToList();
        var aliases = types.Select(t => t.GetCustomAttribute<AliasAttribute>(false)?.Alias).ToList();

        Assert.NotEmpty(types);
        Assert.DoesNotContain(null, aliases);
        Assert.Equal(aliases.Distinct(), aliases);
    }

    private static IEnumerable<Type> GrainInterfaces => Product.All.SelectMany(a => a.GetTypes())
        .Where(t => t.IsInterface && typeof(IGrain).IsAssignableFrom(t));
}
