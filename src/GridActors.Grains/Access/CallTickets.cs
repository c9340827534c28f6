using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using GridActors.Contracts.Access;
using GridActors.Core.Access;

namespace GridActors.Grains.Access;

/// <summary>
/// Signs for whom a call is made, and reads it again: HMAC-SHA256 under a key that the hosts of a cluster share. Whoever reaches a silo's
/// port without the key can make no call that is worth anything.
/// </summary>
public sealed class CallTickets
{
    public const int MinKeyBytes = 32;

    /// <summary>On the machine's clock; the clocks of hosts agree well within it.</summary>
    public static readonly TimeSpan LifeTime = TimeSpan.FromMinutes(1);

    private const byte Format = 1;
    private const int HeaderBytes = 1 + sizeof(long);

    private readonly byte[] _key;

    /// <exception cref="ArgumentException">The key is shorter than <see cref="MinKeyBytes"/>.</exception>
    public CallTickets(ReadOnlySpan<byte> key)
    {
        if (key.Length < MinKeyBytes)
        {
            throw new ArgumentException($"A ticket key has at least {MinKeyBytes} bytes.", nameof(key));
        }

        _key = key.ToArray();
    }

    internal static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>With a key of this process alone: for a silo that no other process calls.</summary>
    public static CallTickets WithFreshKey() => new(RandomNumberGenerator.GetBytes(MinKeyBytes));

    public CallTicket Issue(Authority authority) => Issue(authority, Now + LifeTime);

    /// <summary>Nobody where it is missing, forged, changed or over.</summary>
    public Authority Read(CallTicket? ticket)
    {
        if (ticket is null || !HasTime(ticket.Bytes.AsSpan()))
        {
            return Authority.Nobody;
        }

        return ticket.Verified ??= Verify(ticket.Bytes.AsSpan()) ?? Authority.Nobody;
    }

    internal CallTicket Issue(Authority authority, DateTimeOffset expiresAt)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        var header = buffer.GetSpan(HeaderBytes);
        header[0] = Format;
        BinaryPrimitives.WriteInt64BigEndian(header[1..], expiresAt.ToUnixTimeMilliseconds());
        buffer.Advance(HeaderBytes);
        AuthorityFormat.Write(buffer, authority);
        HMACSHA256.HashData(_key, buffer.WrittenSpan, buffer.GetSpan(HMACSHA256.HashSizeInBytes));
        buffer.Advance(HMACSHA256.HashSizeInBytes);
        return new CallTicket(ImmutableCollectionsMarshal.AsImmutableArray(buffer.WrittenSpan.ToArray())) { Verified = authority };
    }

    private static bool HasTime(ReadOnlySpan<byte> ticket) =>
        ticket.Length > HeaderBytes + HMACSHA256.HashSizeInBytes
        && ticket[0] == Format
        && BinaryPrimitives.ReadInt64BigEndian(ticket[1..]) >= Now.ToUnixTimeMilliseconds();

    private Authority? Verify(ReadOnlySpan<byte> ticket)
    {
        var signed = ticket[..^HMACSHA256.HashSizeInBytes];
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, signed, expected);
        return CryptographicOperations.FixedTimeEquals(expected, ticket[^HMACSHA256.HashSizeInBytes..])
            ? AuthorityFormat.Read(signed[HeaderBytes..])
            : null;
    }
}
