namespace GridActors.Hosting.Storage;

/// <summary>The cluster's database is not what this release needs. Migrate it, then start again.</summary>
public sealed class StoreNotReadyException : Exception
{
    public StoreNotReadyException()
        : base("The database is not ready for this release.")
    {
    }

    public StoreNotReadyException(string message)
        : base(message)
    {
    }

    public StoreNotReadyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
