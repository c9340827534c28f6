using System.Buffers.Binary;
using System.Net;
using GridActors.Core.Access;

namespace GridActors.ApiHost.Limits;

/// <summary>Who shares one limit.</summary>
/// <param name="Subject">Of a caller with a login; empty for everybody else.</param>
/// <param name="Slot">Of an address; 0 for a caller with a login, and below 0 where nothing is limited.</param>
internal readonly record struct RateLimitKey(string Subject, int Slot)
{
    /// <summary>
    /// Addresses are hashed into so many slots, by a hash that differs in each process: whoever has a million addresses fills
    /// these slots and not the memory. Two clients share a slot once in so many.
    /// </summary>
    public const int Slots = 16_384;

    public static RateLimitKey Unlimited { get; } = new("", -1);

    public static RateLimitKey Of(Caller caller, IPAddress? address) => caller.IsAnonymous ? new("", SlotOf(address)) : new(caller.Subject, 0);

    private static int SlotOf(IPAddress? address)
    {
        if (address is null)
        {
            return 0;
        }

        Span<byte> bytes = stackalloc byte[16];
        (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).TryWriteBytes(bytes, out var written);
        var network = written == 4 ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt64BigEndian(bytes);
        return HashCode.Combine(written, network) & (Slots - 1);
    }
}
