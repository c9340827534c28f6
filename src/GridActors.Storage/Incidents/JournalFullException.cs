namespace GridActors.Storage.Incidents;

/// <summary>More appends are waiting than the journal queues. Nothing was written; the caller tells its own caller to come back.</summary>
public sealed class JournalFullException : Exception
{
    public JournalFullException()
        : base("Too many appends are waiting for the journal.")
    {
    }

    public JournalFullException(string message)
        : base(message)
    {
    }

    public JournalFullException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
