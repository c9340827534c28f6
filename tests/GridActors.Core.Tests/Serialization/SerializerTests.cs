using System.Text.Json;
using GridActors.Core.Incidents;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Serialization;

namespace GridActors.Core.Tests.Serialization;

/// <summary>What crosses a silo boundary arrives as it was sent: an <c>[Id]</c> that is missing or used twice loses a member silently.</summary>
public sealed class SerializerTests
{
    private static readonly Serializer _serializer =
        new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    private static readonly JsonSerializerOptions _membersOnly = new() { IgnoreReadOnlyProperties = true };

    public static TheoryData<Type> SerialisedTypes =>
        [.. typeof(Incident).Assembly.GetTypes().Where(t => t.IsDefined(typeof(GenerateSerializerAttribute), false) && !t.IsAbstract)];

    [Theory]
    [MemberData(nameof(SerialisedTypes))]
    public void A_value_survives_the_way_between_silos(Type type)
    {
        foreach (var isFilled in new[] { true, false })
        {
            var sent = new Samples(isFilled).Make(type);

            var arrived = _serializer.Deserialize<object>(_serializer.SerializeToArray(sent));

            Assert.IsType(type, arrived);
            Assert.Equal(Describe(sent), Describe(arrived));
        }
    }

    [Fact]
    public void Every_kind_of_event_and_command_is_serialised()
    {
        var closedSets = typeof(Incident).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && (t.IsSubclassOf(typeof(IncidentEvent)) || t.IsSubclassOf(typeof(IncidentCommand))));

        Assert.Empty(closedSets.Except(SerialisedTypes.Select(row => row.Data)));
    }

    private static string Describe(object value) => JsonSerializer.Serialize(value, value.GetType(), _membersOnly);
}
