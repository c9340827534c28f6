namespace GridActors.Storage.Webhooks;

/// <summary>A secret that only whoever has the key can read.</summary>
/// <param name="KeyId">Names the key that it was sealed with.</param>
/// <param name="Box">The sealed bytes, opaque to the store.</param>
public sealed record SealedSecret(string KeyId, ReadOnlyMemory<byte> Box);
