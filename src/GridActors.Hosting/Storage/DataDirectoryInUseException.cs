namespace GridActors.Hosting.Storage;

/// <summary>Another process has the data directory. Stop it, reach it by its URL, or choose another directory.</summary>
public sealed class DataDirectoryInUseException : Exception
{
    public DataDirectoryInUseException()
        : base("The data directory is in use by another GridActors process.")
    {
    }

    public DataDirectoryInUseException(string message)
        : base(message)
    {
    }

    public DataDirectoryInUseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
