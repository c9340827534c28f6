using System.Security.Cryptography;
using GridActors.Core.Incidents;
using UUIDNext;

namespace GridActors.Hosting.Incidents;

/// <summary>Ids and tracking codes of new incidents.</summary>
public static class IncidentIds
{
    private static readonly Guid _namespace = new("6f1d6c1e-2f0c-5c63-9d0b-6f3f3a1c5a10");

    /// <summary>A fresh id, in order of time.</summary>
    public static IncidentId Fresh(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>The id that a client's key always leads to, so that a retry reaches the same actor.</summary>
    public static IncidentId ForKey(string client, string idempotencyKey) =>
        new(Uuid.NewNameBased(_namespace, $"{client}\n{idempotencyKey}"));

    public static TrackingCode NewTrackingCode() => TrackingCode.FromBits(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)));
}
