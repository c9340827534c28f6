using System.Reflection;
using System.Text;
using GridActors.Contracts;
using GridActors.Core.Incidents;

namespace GridActors.Architecture.Tests;

/// <summary>What silos of two releases say to each other stands in a file, so that a change of it is seen in review.</summary>
public sealed class OrleansContractsTests
{
    private const string WriteVariable = "GRIDACTORS_WRITE_CONTRACTS";
    private const string Header = $"# Grain interfaces and serialised types. After a change: {WriteVariable}=1 dotnet test --project tests/GridActors.Architecture.Tests\n";

    private static string FilePath => Path.Combine(Repository.Root, "src", "GridActors.Contracts", "OrleansContracts.txt");

    [Fact]
    public void The_contracts_are_the_ones_checked_in()
    {
        var actual = Header + string.Concat(Interfaces()) + string.Concat(SerialisedTypes());
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1")
        {
            File.WriteAllText(FilePath, actual);
        }

        Assert.Equal(File.ReadAllText(FilePath), actual);
    }

    private static IEnumerable<string> Interfaces() => typeof(GrainKeys).Assembly.GetTypes()
        .Where(t => t.IsInterface && t.IsAssignableTo(typeof(IGrain)))
        .OrderBy(AliasOf, StringComparer.Ordinal)
        .Select(type =>
        {
            var text = new StringBuilder($"\ninterface {AliasOf(type)} version {type.GetCustomAttribute<Orleans.CodeGeneration.VersionAttribute>()?.Version}\n");
            foreach (var method in type.GetMethods().OrderBy(AliasOf, StringComparer.Ordinal))
            {
                text.Append($"  {AliasOf(method)}({string.Join(", ", method.GetParameters().Select(p => NameOf(p.ParameterType)))}) -> {NameOf(method.ReturnType)}\n");
            }

            return text.ToString();
        });

    private static IEnumerable<string> SerialisedTypes() => new[] { typeof(Incident).Assembly, typeof(GrainKeys).Assembly }
        .SelectMany(a => a.GetTypes())
        .Where(t => t.GetCustomAttribute<GenerateSerializerAttribute>() is not null)
        .OrderBy(AliasOf, StringComparer.Ordinal)
        .Select(type =>
        {
            var text = new StringBuilder($"\ntype {AliasOf(type)}\n");
            foreach (var (id, name, member) in MembersOf(type).OrderBy(m => m.Id))
            {
                text.Append($"  {id} {name}: {NameOf(member)}\n");
            }

            return text.ToString();
        });

    private static IEnumerable<(uint Id, string Name, Type Type)> MembersOf(Type type)
    {
        const BindingFlags own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var properties = type.GetProperties(own).Select(p => (p.GetCustomAttribute<IdAttribute>()?.Id, p.Name, Type: p.PropertyType));
        var fields = type.GetFields(own).Select(f => (f.GetCustomAttribute<IdAttribute>()?.Id, f.Name, Type: f.FieldType));
        return properties.Concat(fields).Where(m => m.Id is not null).Select(m => (m.Id!.Value, m.Name, m.Type));
    }

    private static string AliasOf(MemberInfo member) => member.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias ?? member.Name;

    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias ?? type.Name;
}
