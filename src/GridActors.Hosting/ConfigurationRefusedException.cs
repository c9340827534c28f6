namespace GridActors.Hosting;

/// <summary>A setting is wrong, or does not go with another one. The process does not start; the message says which, for an operator.</summary>
public sealed class ConfigurationRefusedException : Exception
{
    public ConfigurationRefusedException()
        : base("The configuration is refused.")
    {
    }

    public ConfigurationRefusedException(string message)
        : base(message)
    {
    }

    public ConfigurationRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
