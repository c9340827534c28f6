using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GridActors.Core.Serialization;

namespace GridActors.Core.Incidents;

/// <summary>UUIDv7 for a fresh report; UUIDv5 of client and idempotency key for one that may be retried, so that a retry reaches the same actor.</summary>
[GenerateSerializer, Immutable, Alias("incident-id")]
[JsonConverter(typeof(CodeJsonConverter<IncidentId>))]
public readonly record struct IncidentId([property: Id(0)] Guid Value) : ICode<IncidentId>
{
    /// <summary>Number of clock slots, see <see cref="ClockSlot"/>.</summary>
    public const int ClockSlots = 1024;

    /// <summary>
    /// 0 to 1023, spread evenly over ids: the share of the deadlines that one silo's clock looks after is a set of slots.
    /// Stored beside the deadline; changing how it is computed needs a migration.
    /// </summary>
    public int ClockSlot
    {
        get
        {
            Span<byte> bytes = stackalloc byte[16];
            Value.TryWriteBytes(bytes);
            var hash = 2166136261u;
            foreach (var b in bytes)
            {
                hash = (hash ^ b) * 16777619u;
            }

            return (int)((hash ^ (hash >> 16)) % ClockSlots);
        }
    }

    public override string ToString() => Value.ToString("D");

    public static bool TryParse([NotNullWhen(true)] string? text, out IncidentId code)
    {
        var parsed = Guid.TryParseExact(text, "D", out var value);
        code = new IncidentId(value);
        return parsed;
    }
}
