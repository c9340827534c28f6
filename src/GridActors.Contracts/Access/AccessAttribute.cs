using GridActors.Core.Access;

namespace GridActors.Contracts.Access;

/// <summary>What a method of an actor asks of whoever calls it; looked at before the method runs. One without it is closed to everybody.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AccessAttribute(AccessKind kind) : Attribute
{
    public AccessKind Kind { get; } = kind;

    /// <summary>Where the kind asks for one.</summary>
    public Permission Permission { get; init; }
}

public enum AccessKind
{
    /// <summary>Reads for a host, which decides what of it its caller is told: any valid ticket.</summary>
    Known,

    /// <summary>The permission, at the place that the actor's key names.</summary>
    AtPlace,

    /// <summary>The permission, at any place.</summary>
    Anywhere,

    /// <summary>The actor decides by what it knows; see <see cref="Authority"/>.</summary>
    Judged,

    /// <summary>Only the platform itself.</summary>
    System,
}
