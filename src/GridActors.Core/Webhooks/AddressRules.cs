using System.Buffers.Binary;
using System.Collections.Immutable;

namespace GridActors.Core.Webhooks;

/// <summary>Which addresses a delivery may go to: those of the public internet. Everything else may be a service that trusts its own network.</summary>
public static class AddressRules
{
    private const int Version4Length = 4;
    private const int Version6Length = 16;

    /// <summary>What RFC 6890 and its register call not globally reachable, and multicast.</summary>
    private static readonly ImmutableArray<(uint Network, int Bits)> s_notPublic4 =
    [
        (0x00000000, 8), // "this" network, the unspecified address in it
        (0x0A000000, 8), // private
        (0x64400000, 10), // shared by carriers (CGNAT)
        (0x7F000000, 8), // loopback
        (0xA9FE0000, 16), // link-local, metadata services of clouds
        (0xAC100000, 12), // private
        (0xC0000000, 24), // protocol assignments
        (0xC0000200, 24), // documentation
        (0xC0586300, 24), // relays to 6to4
        (0xC0A80000, 16), // private
        (0xC6120000, 15), // benchmarks
        (0xC6336400, 24), // documentation
        (0xCB007100, 24), // documentation
        (0xE0000000, 4), // multicast
        (0xF0000000, 4), // reserved, broadcast
    ];

    /// <summary>Inside 2000::/3, outside which nothing is public.</summary>
    private static readonly ImmutableArray<(UInt128 Network, int Bits)> s_notPublic6 =
    [
        (Upper(0x2001_0000_0000_0000), 23), // protocol assignments, Teredo
        (Upper(0x2001_0DB8_0000_0000), 32), // documentation
        (Upper(0x2002_0000_0000_0000), 16), // 6to4, which leads to any address of version 4
        (Upper(0x3FFF_0000_0000_0000), 20), // documentation
    ];

    private static readonly (UInt128 Network, int Bits) s_unicast6 = (Upper(0x2000_0000_0000_0000), 3);
    private static readonly (UInt128 Network, int Bits) s_mapped4 = (0xFFFF_0000_0000UL, 96);
    private static readonly (UInt128 Network, int Bits) s_translated4 = (Upper(0x0064_FF9B_0000_0000), 96);

    /// <param name="address">4 or 16 bytes in network order. One of version 6 that carries one of version 4 (mapped, or for NAT64) is what it carries.</param>
    public static bool IsPublic(ReadOnlySpan<byte> address) => address.Length switch
    {
        Version4Length => IsPublic4(BinaryPrimitives.ReadUInt32BigEndian(address)),
        Version6Length => IsPublic6(BinaryPrimitives.ReadUInt128BigEndian(address)),
        _ => throw new ArgumentException($"An address has 4 or 16 bytes, not {address.Length}.", nameof(address)),
    };

    private static bool IsPublic4(uint address) => !s_notPublic4.Any(n => (address ^ n.Network) >> (32 - n.Bits) == 0);

    private static bool IsPublic6(UInt128 address) => IsIn(address, s_mapped4) || IsIn(address, s_translated4)
        ? IsPublic4((uint)address)
        : IsIn(address, s_unicast6) && !s_notPublic6.Any(n => IsIn(address, n));

    private static bool IsIn(UInt128 address, (UInt128 Network, int Bits) range) => (address ^ range.Network) >> (128 - range.Bits) == 0;

    private static UInt128 Upper(ulong half) => new(half, 0);
}
