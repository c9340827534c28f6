namespace GridActors.Hosting.Webhooks;

/// <summary>A receiver's name leads to addresses that deliveries may not go to, and to no others.</summary>
public sealed class AddressRefusedException : Exception
{
    public AddressRefusedException()
        : base("The host has no address on the public internet.")
    {
    }

    public AddressRefusedException(string message)
        : base(message)
    {
    }

    public AddressRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
