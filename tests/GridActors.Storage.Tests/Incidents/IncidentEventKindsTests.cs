using System.Reflection;
using System.Text.Json;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Tests.Incidents;

/// <summary>The stored form of events may grow but never change: what is in the golden files is in somebody's database.</summary>
public sealed class IncidentEventKindsTests
{
    public static TheoryData<string> Kinds => [.. IncidentEventKinds.All.Order(StringComparer.Ordinal)];

    private static IEnumerable<Type> EventTypes =>
        typeof(IncidentEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(IncidentEvent)) && !t.IsAbstract);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_event_is_written_as_in_its_golden_file(string kind)
    {
        var golden = await ReadGoldenAsync(kind);

        var written = IncidentEventKinds.Write(GoldenEvents.All.Single(e => IncidentEventKinds.KindOf(e) == kind));

        Assert.Equal(golden, written);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_event_in_a_golden_file_is_read_without_loss(string kind)
    {
        var golden = await ReadGoldenAsync(kind);

        var read = IncidentEventKinds.Read(kind, golden);

        Assert.Equal(kind, IncidentEventKinds.KindOf(read));
        Assert.Equal(golden, IncidentEventKinds.Write(read));
    }

    [Fact]
    public void Every_event_has_a_kind_and_it_is_its_alias()
    {
        var aliases = EventTypes.Select(t => t.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias);

        Assert.Equal(aliases.Order(StringComparer.Ordinal), IncidentEventKinds.All.Order(StringComparer.Ordinal));
        Assert.All(GoldenEvents.All, e => Assert.Equal(e.GetType().GetCustomAttribute<AliasAttribute>(inherit: false)!.Alias, IncidentEventKinds.KindOf(e)));
    }

    [Fact]
    public void Every_golden_file_belongs_to_a_kind()
    {
        var files = Directory.EnumerateFiles(GoldenDirectory).Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(IncidentEventKinds.All.Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_event_of_a_newer_release_is_not_guessed_at()
    {
        Assert.Throws<JsonException>(() => IncidentEventKinds.Read("incident.closed.v2", "{}"u8));
    }

    private static string GoldenDirectory => Path.Combine(AppContext.BaseDirectory, "Golden");

    /// <summary>Without the line end that every file of the repository has and a stored event has not.</summary>
    private static async Task<byte[]> ReadGoldenAsync(string kind)
    {
        var file = await File.ReadAllBytesAsync(Path.Combine(GoldenDirectory, kind + ".json"), TestContext.Current.CancellationToken);
        Assert.Equal((byte)'\n', file[^1]);
        return file[..^1];
    }
}
