using System.Reflection;
using System.Text;
using GridActors.Architecture.Tests.Assemblies;
using Orleans.CodeGeneration;

namespace GridActors.Architecture.Tests.Contracts;

/// <summary>
/// Everything that silos of two releases, and old stored state, must agree on, as text: grain interfaces, serialised
/// types with the ids of their members, and the numbers of enumerations.
/// </summary>
internal static class ContractsListing
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private const string Header = """
        # What silos of two releases must agree on: grain interfaces, serialised types, enumerations. Generated; do not edit.
        # Adding is compatible. Removing, renumbering or changing the type of anything here is not while two releases run.
        # Regenerate: GRIDACTORS_WRITE_CONTRACTS=1 dotnet test --project tests/GridActors.Architecture.Tests
        """;

    public static string Write()
    {
        var types = Product.Core.GetTypes().Concat(Product.Contracts.GetTypes()).Where(t => t.Namespace is { } space && !space.StartsWith("OrleansCodeGen", StringComparison.Ordinal)).ToList();
        var sections = new[]
        {
            Sorted(types.Where(t => t.IsInterface && typeof(IGrain).IsAssignableFrom(t)), Interface),
            Sorted(types.Where(t => t.IsDefined(typeof(GenerateSerializerAttribute), false)), Serialised),
            Sorted(types.Where(t => t is { IsEnum: true, IsPublic: true }), Enumeration),
        };
        return string.Join('\n', sections.SelectMany(s => s).Prepend(Header + "\n"));
    }

    private static IEnumerable<string> Sorted(IEnumerable<Type> types, Func<Type, string> describe) => types.Select(describe).Order(StringComparer.Ordinal);

    private static string Interface(Type type)
    {
        var text = new StringBuilder($"grain {AliasOf(type)} v{type.GetCustomAttribute<VersionAttribute>()?.Version} {type.FullName} : {string.Join(", ", type.GetInterfaces().Select(NameOf).Where(n => n.StartsWith("IGrainWith", StringComparison.Ordinal)).Order())}\n");
        foreach (var method in type.GetMethods().OrderBy(AliasOf, StringComparer.Ordinal))
        {
            var parameters = method.GetParameters().Select(p => $"{NameOf(p.ParameterType)} {p.Name}");
            text.Append($"  {AliasOf(method)}({string.Join(", ", parameters)}) -> {NameOf(method.ReturnType)}\n");
        }

        return text.ToString();
    }

    private static string Serialised(Type type)
    {
        var bases = type.BaseType is { } b && b.IsDefined(typeof(GenerateSerializerAttribute), false) ? $" : {AliasOf(b)}" : "";
        var members =
            from member in type.GetMembers(Declared)
            let id = member.GetCustomAttribute<IdAttribute>()
            where id is not null
            orderby id.Id
            select $"  {id.Id} {member.Name} {NameOf(member is PropertyInfo p ? p.PropertyType : ((FieldInfo)member).FieldType)}\n";
        return $"type {AliasOf(type)} {type.FullName}{bases}\n{string.Concat(members)}";
    }

    private static string Enumeration(Type type) =>
        $"enum {type.FullName}\n{string.Concat(Enum.GetValues(type).Cast<object>().Select(v => $"  {Convert.ToInt32(v, null)} {v}\n"))}";

    private static string AliasOf(MemberInfo member) => member.GetCustomAttribute<AliasAttribute>(false)?.Alias ?? "(no alias)";

    private static string NameOf(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? $"{NameOf(value)}?"
        : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;
}
