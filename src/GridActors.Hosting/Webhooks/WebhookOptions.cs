namespace GridActors.Hosting.Webhooks;

/// <summary>Configuration section <c>Webhooks</c>, the same for every process of an installation.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>
    /// The file with the keys under which secrets of subscriptions are stored: 32 bytes in base64, one key a line. The first one
    /// seals, all of them open, so a key is replaced by a new first line. Whoever loses it has to give every subscription a new secret.
    /// </summary>
    /// <value>Default: on an embedded store a file in the data directory, made at the first start; in a cluster none, and no subscription can be added.</value>
    public string? SecretKeyFile { get; set; }

    /// <summary>Whether a silo of this process sends deliveries. Where only some silos reach the internet, the others are told not to.</summary>
    /// <value>Default true.</value>
    public bool Send { get; set; } = true;

    /// <summary>Whether deliveries may go over http, where anybody on the way reads them. Refused in Production.</summary>
    /// <value>Default false: https only.</value>
    public bool AllowInsecure { get; set; }

    /// <summary>Whether deliveries may go to addresses that are not on the public internet: receivers in the same network. Whoever may add a subscription can then reach every service there.</summary>
    /// <value>Default false.</value>
    public bool AllowPrivateAddresses { get; set; }
}
