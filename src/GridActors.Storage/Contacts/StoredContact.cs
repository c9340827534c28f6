using System.Collections.Immutable;
using GridActors.Core.Incidents;

namespace GridActors.Storage.Contacts;

/// <summary>The contact of an incident as it is stored.</summary>
/// <param name="Key">Opens <paramref name="Ciphertext"/>; null once it is erased, with everything that it opened.</param>
/// <param name="Nonce">Of the ciphertext.</param>
/// <param name="RetainUntil">It is not looked at before; whether its time is over then is for the incident to say.</param>
public sealed record StoredContact(
    IncidentId Incident,
    WrappedKey? Key,
    ImmutableArray<byte> Nonce,
    ImmutableArray<byte> Ciphertext,
    DateTimeOffset RetainUntil,
    DateTimeOffset? ErasedAt);

/// <summary>The data key of one contact.</summary>
/// <param name="KeyId">Names the key that it is wrapped with.</param>
public sealed record WrappedKey(IncidentId Incident, string KeyId, ImmutableArray<byte> Bytes);

/// <summary>A contact and the instant until which it is kept, as somebody saw it.</summary>
public readonly record struct RetainedContact(IncidentId Incident, DateTimeOffset Until);
