namespace GridActors.Hosting.Webhooks;

/// <summary>What is wrong with the address of a receiver.</summary>
public enum WebhookUrlProblem
{
    None,

    /// <summary>No absolute http or https address, too long, or with a user, a password or a fragment in it.</summary>
    Malformed,

    /// <summary>Not https.</summary>
    Insecure,

    /// <summary>An IP address that is not on the public internet.</summary>
    NotPublic,
}
