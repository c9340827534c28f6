namespace GridActors.Core.Incidents;

/// <summary>An extension that waits for its decision.</summary>
[GenerateSerializer, Immutable, Alias("extension")]
public sealed record Extension([property: Id(0)] Actor AskedBy, [property: Id(1)] string Reason)
{
    /// <summary>How often a limit can be extended (DOMAIN 5).</summary>
    public const int MaxGranted = 2;
}
