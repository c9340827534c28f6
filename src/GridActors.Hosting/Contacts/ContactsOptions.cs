namespace GridActors.Hosting.Contacts;

/// <summary>Configuration section <c>Contacts</c>.</summary>
public sealed class ContactsOptions
{
    public const string Section = "Contacts";

    /// <summary>The file with the keys that data keys are wrapped with, or a directory of such files ending in <c>.key</c>. See <see cref="ContactKeyFile"/>.</summary>
    /// <value>Default: on an embedded store a file in its data directory, which is made where it is missing; in a cluster none, and contacts are not kept.</value>
    public string? KeyFile { get; set; }

    /// <summary>Whether an installation without a key refuses to start, instead of refusing reports with a contact.</summary>
    /// <value>Default false.</value>
    public bool Required { get; set; }

    /// <summary>How long a contact is kept after the close of its incident.</summary>
    /// <value>Days, 1 to 3650. Default 180.</value>
    public int RetentionDays { get; set; } = 180;
}
