using System.Collections.Immutable;
using GridActors.Core.Access;

namespace GridActors.Contracts.Access;

/// <summary>Goes along with each call of an actor and says for whom it is made, signed by the host that established it.</summary>
/// <param name="bytes">Version, expiry, caller, signature.</param>
[GenerateSerializer, Immutable, Alias("call-ticket")]
public sealed class CallTicket(ImmutableArray<byte> bytes)
{
    /// <summary>The key that it has in the context of a call.</summary>
    public const string Key = "gridactors.ticket";

    [NonSerialized]
    private Authority? _verified;

    [Id(0)]
    public ImmutableArray<byte> Bytes { get; } = bytes;

    /// <summary>What a host of this process has read out of it; never sent, so that a call which goes on to other actors of a silo is checked once.</summary>
    public Authority? Verified
    {
        get => _verified;
        set => _verified = value;
    }
}
