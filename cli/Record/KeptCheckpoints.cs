using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using GridActors.Core.Divisions;
using GridActors.Storage.Incidents;
using GridActors.Storage.Record;

namespace GridActors.Cli.Record;

/// <summary>Reads the copies of checkpoints that an auditor kept: pages of the API, as they came.</summary>
internal static class KeptCheckpoints
{
    /// <exception cref="UsageException">The file cannot be read, or is no such page.</exception>
    public static IEnumerable<Checkpoint> Read(FileInfo file)
    {
        try
        {
            var page = JsonSerializer.Deserialize(File.ReadAllBytes(file.FullName), KeptJson.Default.KeptPage);
            return page?.Items?.Select(i => i.ToCheckpoint()).ToImmutableArray() ?? throw new JsonException("It has no items.");
        }
        catch (Exception fault) when (fault is JsonException or FormatException or OverflowException or ArgumentException)
        {
            throw new UsageException($"{file.Name} is no page of checkpoints: {fault.Message}", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file.Name} cannot be read: {fault.Message}", fault);
        }
    }
}

internal sealed record KeptPage(IReadOnlyList<KeptCheckpoint>? Items);

internal sealed record KeptCheckpoint(
    DivisionCode County, int Number, KeptPosition From, KeptPosition Through, int Count, string ListHash, string Previous, DateTimeOffset At, string KeyId, string Signature)
{
    public Checkpoint ToCheckpoint() => new(
        County, Number, From.ToPosition(), Through.ToPosition(), Count, HashOf(ListHash), HashOf(Previous), At, KeyId, [.. Convert.FromBase64String(Signature)]);

    private static RecordHash HashOf(string digits) => RecordHash.Read(Convert.FromHexString(digits));
}

internal sealed record KeptPosition(string Transaction, string Position)
{
    public FeedPosition ToPosition() => new(ulong.Parse(Transaction, CultureInfo.InvariantCulture), long.Parse(Position, CultureInfo.InvariantCulture));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(KeptPage))]
internal sealed partial class KeptJson : JsonSerializerContext;
