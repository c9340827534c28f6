namespace GridActors.Contracts.Incidents;

/// <summary>The journal cannot take an append now. Nothing was written; the caller tries again later.</summary>
[GenerateSerializer, Alias("journal-busy")]
public sealed class JournalBusyException : Exception
{
    public JournalBusyException()
        : this("The journal cannot take an append now.", TimeSpan.FromSeconds(1))
    {
    }

    public JournalBusyException(string message)
        : this(message, TimeSpan.FromSeconds(1))
    {
    }

    public JournalBusyException(string message, Exception innerException)
        : base(message, innerException) => RetryAfter = TimeSpan.FromSeconds(1);

    public JournalBusyException(string message, TimeSpan retryAfter)
        : base(message) => RetryAfter = retryAfter;

    /// <summary>When to try again at the earliest.</summary>
    [Id(0)]
    public TimeSpan RetryAfter { get; }
}
