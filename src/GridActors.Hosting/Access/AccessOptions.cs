namespace GridActors.Hosting.Access;

/// <summary>Configuration section <c>Access</c>.</summary>
public sealed class AccessOptions
{
    public const string Section = "Access";

    /// <summary>
    /// What the hosts of a cluster sign their calls of actors with, in base64. Whoever has it can act as anybody: it belongs into a secret,
    /// and every host of a cluster has the same.
    /// </summary>
    /// <value>At least 32 random bytes. Needed in a cluster; an embedded host draws one for itself at each start.</value>
    public string? TicketKey { get; set; }
}
