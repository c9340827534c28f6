using System.Security.Cryptography;
using System.Text;
using GridActors.Core.Webhooks;
using GridActors.Hosting;
using GridActors.Hosting.Webhooks;
using GridActors.Storage.Webhooks;

namespace GridActors.Api.Tests.Webhooks;

public sealed class SecretKeysTests : IDisposable
{
    private static readonly WebhookId _id = new(Guid.CreateVersion7());

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("gridactors-keys-");

    private string KeyFile => Path.Combine(_directory.FullName, "webhooks.key");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void What_is_sealed_opens_for_the_next_process_and_for_the_same_subscription_only()
    {
        var secret = WebhookSignatures.FreshSecret();
        var box = SecretKeys.LoadOrCreate(KeyFile).Seal(_id, secret);

        var keys = SecretKeys.LoadOrCreate(KeyFile);

        Assert.Equal(secret, keys.Open(_id, box));
        Assert.ThrowsAny<CryptographicException>(() => keys.Open(new WebhookId(Guid.CreateVersion7()), box));
        Assert.Equal(-1, box.Box.Span.IndexOf(secret));
        Assert.NotEqual(box.Box.ToArray(), keys.Seal(_id, secret).Box.ToArray());
    }

    [Fact]
    public void A_box_that_was_changed_does_not_open()
    {
        var keys = SecretKeys.LoadOrCreate(KeyFile);
        var box = keys.Seal(_id, WebhookSignatures.FreshSecret());

        for (var i = 0; i < box.Box.Length; i++)
        {
            var changed = box.Box.ToArray();
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => keys.Open(_id, box with { Box = changed }));
        }

        Assert.ThrowsAny<CryptographicException>(() => keys.Open(_id, box with { Box = new byte[3] }));
        Assert.ThrowsAny<CryptographicException>(() => keys.Open(_id, box with { KeyId = "other" }));
    }

    [Fact]
    public void A_new_first_key_seals_and_the_one_before_still_opens()
    {
        var old = SecretKeys.LoadOrCreate(KeyFile).Seal(_id, [1, 2, 3]);
        File.WriteAllText(KeyFile, $"{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n{File.ReadAllText(KeyFile)}");

        var keys = SecretKeys.Load(KeyFile);

        Assert.Equal([1, 2, 3], keys.Open(_id, old));
        Assert.NotEqual(old.KeyId, keys.Seal(_id, [1]).KeyId);
    }

    [Fact]
    public void The_file_is_its_owners_only()
    {
        SecretKeys.LoadOrCreate(KeyFile);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("no key")]
    [InlineData("AAAA")]
    public void A_file_without_keys_is_refused_by_name(string text)
    {
        File.WriteAllText(KeyFile, text);

        Assert.Contains("webhooks.key", Assert.Throws<ConfigurationRefusedException>(() => SecretKeys.Load(KeyFile)).Message, StringComparison.Ordinal);
        Assert.Throws<ConfigurationRefusedException>(() => SecretKeys.Load(KeyFile + ".missing"));
    }

    [Fact]
    public void Without_a_key_nothing_is_sealed()
    {
        Assert.False(SecretKeys.None.CanSeal);
        Assert.Throws<InvalidOperationException>(() => SecretKeys.None.Seal(_id, [1]));
        Assert.ThrowsAny<CryptographicException>(() => SecretKeys.None.Open(_id, new SealedSecret("x", new byte[40])));
    }

    /// <summary>The example of the specification's own libraries.</summary>
    [Fact]
    public void A_signature_is_that_of_Standard_Webhooks()
    {
        var secret = Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var body = Encoding.UTF8.GetBytes("""{"test": 2432232314}""");

        var signature = WebhookSignatures.Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), body, [secret]);

        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
    }
}
