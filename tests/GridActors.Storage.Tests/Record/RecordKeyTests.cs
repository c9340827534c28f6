using System.Security.Cryptography;
using GridActors.Core.Divisions;
using GridActors.Storage.Incidents;
using GridActors.Storage.Record;

namespace GridActors.Storage.Tests.Record;

public sealed class RecordKeyTests
{
    private static readonly Checkpoint s_checkpoint = new(
        DivisionCode.Parse("652301000000"), 7, new FeedPosition(3, 4), new FeedPosition(5, 6), 2, RecordHash.Read(SHA256.HashData("a"u8)), RecordHash.Read(SHA256.HashData("b"u8)), DateTimeOffset.UnixEpoch, "", []);

    [Fact]
    public void The_public_half_verifies_what_the_private_one_signed_and_signs_nothing()
    {
        using var key = RecordKey.New();
        using var again = RecordKey.Read(key.Write());
        using var half = RecordKey.Read(key.WritePublic());

        var signed = again.Sign(s_checkpoint);

        Assert.Equal([key.Id, key.Id, key.Id], [signed.KeyId, again.Id, half.Id]);
        Assert.Equal((64, true, true), (signed.Signature.Length, half.Verifies(signed), key.Signs()));
        Assert.False(half.Signs());
        Assert.ThrowsAny<CryptographicException>(() => half.Sign(s_checkpoint));
    }

    [Fact]
    public void A_signature_is_of_every_part_of_the_checkpoint()
    {
        using var key = RecordKey.New();
        var signed = key.Sign(s_checkpoint);
        Checkpoint[] others =
        [
            signed with { County = DivisionCode.Parse("652302000000") }, signed with { Number = 8 }, signed with { From = new FeedPosition(3, 5) },
            signed with { From = new FeedPosition(4, 4) }, signed with { Through = new FeedPosition(5, 7) }, signed with { Through = new FeedPosition(6, 6) },
            signed with { Count = 3 }, signed with { ListHash = RecordHash.None }, signed with { Previous = RecordHash.None },
            signed with { At = DateTimeOffset.UnixEpoch.AddMilliseconds(1) }, signed with { KeyId = "other" }, signed with { Signature = [.. signed.Signature.Reverse()] },
        ];

        Assert.All(others, other => Assert.False(key.Verifies(other)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")]
    public void What_is_no_key_is_refused(string pem) => Assert.ThrowsAny<CryptographicException>(() => RecordKey.Read(pem));

    [Fact]
    public void A_key_on_another_curve_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.Throws<CryptographicException>(() => RecordKey.Read(other.ExportPkcs8PrivateKeyPem()));
    }
}
