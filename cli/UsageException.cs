namespace GridActors.Cli;

/// <summary>What was asked for cannot be done; the message is the one line that is printed.</summary>
public sealed class UsageException : Exception
{
    public UsageException()
        : this("The arguments cannot be used.")
    {
    }

    public UsageException(string message)
        : base(message)
    {
    }

    public UsageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
