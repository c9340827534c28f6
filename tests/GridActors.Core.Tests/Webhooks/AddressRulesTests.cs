using System.Net;
using CsCheck;
using GridActors.Core.Webhooks;

namespace GridActors.Core.Tests.Webhooks;

public sealed class AddressRulesTests
{
    /// <summary>As the registers of special addresses write them.</summary>
    private static readonly IPNetwork[] _notPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("1.1.1.1", true)]
    [InlineData("100.63.255.255", true)]
    [InlineData("100.128.0.0", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.0", true)]
    [InlineData("192.167.255.255", true)]
    [InlineData("223.255.255.255", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("0.1.2.3", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("100.127.255.255", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.255.255.255", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.0.0.8", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("239.255.255.255", false)]
    [InlineData("240.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("2606:4700:4700::1111", true)]
    [InlineData("2a00:1450::1", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::8.8.8.8", true)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::8.8.8.8", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:10.1.2.3", false)]
    [InlineData("64:ff9b::192.168.1.1", false)]
    [InlineData("64:ff9b::169.254.169.254", false)]
    [InlineData("64:ff9b:1::1", false)]
    [InlineData("100::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd12:3456::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2001::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("3fff::1", false)]
    [InlineData("4000::1", false)]
    public void Only_the_public_internet_is_public(string address, bool isPublic) =>
        Assert.Equal(isPublic, AddressRules.IsPublic(IPAddress.Parse(address).GetAddressBytes()));

    [Fact]
    public void An_address_of_version_4_is_public_outside_every_special_network() =>
        NearEdges().Sample(address => Assert.Equal(!_notPublic.Any(n => n.Contains(address)), AddressRules.IsPublic(address.GetAddressBytes())));

    [Fact]
    public void A_version_6_address_that_carries_one_of_version_4_is_what_it_carries() => NearEdges().Sample(address =>
    {
        var carried = address.GetAddressBytes();
        byte[] translated = [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0, .. carried];

        Assert.Equal(AddressRules.IsPublic(carried), AddressRules.IsPublic(address.MapToIPv6().GetAddressBytes()));
        Assert.Equal(AddressRules.IsPublic(carried), AddressRules.IsPublic(translated));
    });

    [Fact]
    public void Nothing_else_of_version_6_is_public_outside_global_unicast() => Gen.Byte.Array[16].Sample(bytes =>
    {
        var isCarrier = bytes.AsSpan(0, 10).IndexOfAnyExcept((byte)0) < 0 || bytes.AsSpan(0, 4).SequenceEqual<byte>([0, 0x64, 0xFF, 0x9B]);
        var isGlobal = bytes[0] >> 5 == 1;

        Assert.True(isGlobal || isCarrier || !AddressRules.IsPublic(bytes));
    });

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(17)]
    public void What_is_no_address_is_refused(int length) => Assert.Throws<ArgumentException>(() => AddressRules.IsPublic(new byte[length]));

    /// <summary>Any address, and often one at the edge of a special network.</summary>
    private static Gen<IPAddress> NearEdges() => Gen.OneOf(
        Gen.UInt.Select(AddressOf),
        Gen.Select(Gen.Int[0, _notPublic.Length - 1], Gen.Int[-1, 1], Gen.Bool, (i, step, isEnd) =>
        {
            var network = _notPublic[i];
            var first = BitConverter.ToUInt32([.. network.BaseAddress.GetAddressBytes().Reverse()]);
            return AddressOf(unchecked(first + (uint)step + (isEnd ? (uint)(1L << (32 - network.PrefixLength)) : 0)));
        }));

    private static IPAddress AddressOf(uint value) => new([(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]);
}
