using System.Collections.Immutable;
using System.Reflection;

namespace GridActors.Architecture.Tests.Assemblies;

/// <summary>The assemblies of the product, in layers: one may only know what lies below it.</summary>
internal static class Product
{
    public static ImmutableArray<ImmutableArray<string>> Layers { get; } =
    [
        ["GridActors.Core"],
        ["GridActors.Contracts", "GridActors.Storage"],
        ["GridActors.Grains", "GridActors.Storage.Sqlite", "GridActors.Storage.Postgres"],
        ["GridActors.Hosting"],
        ["GridActors.ApiHost", "GridActors.SiloHost", "gridactors"],
    ];

    public static Assembly Core { get; } = Load("GridActors.Core");

    public static Assembly Contracts { get; } = Load("GridActors.Contracts");

    public static ImmutableArray<Assembly> All { get; } = [.. Layers.SelectMany(l => l).Select(Load)];

    public static Assembly Load(string name) => Assembly.Load(name);
}
