namespace GridActors.Storage.Incidents;

/// <summary>The store behind the journal failed. An append may or may not have been written: read again before answering.</summary>
public sealed class JournalUnavailableException : Exception
{
    public JournalUnavailableException()
        : base("The journal's store failed.")
    {
    }

    public JournalUnavailableException(string message)
        : base(message)
    {
    }

    public JournalUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
