using System.Collections.Immutable;

namespace GridActors.ApiHost.Open311;

/// <summary>
/// A part of an answer before it is XML or JSON. Both are written from one tree by the specification's Spark convention: what
/// repeats is an array, and the names of the root and of what repeats are in XML only.
/// </summary>
internal abstract record Open311Value
{
    private Open311Value()
    {
    }

    /// <param name="Value">Null for an empty element; null in JSON.</param>
    public sealed record Text(string? Value) : Open311Value;

    public sealed record Number(double Value) : Open311Value;

    public sealed record Flag(bool Value) : Open311Value;

    /// <param name="Values">In the order in which they are written.</param>
    public sealed record Fields(ImmutableArray<(string Name, Open311Value Value)> Values) : Open311Value;

    /// <param name="ItemName">The element of each in XML.</param>
    public sealed record Items(string ItemName, ImmutableArray<Open311Value> Values) : Open311Value;
}

/// <param name="Root">The outermost element in XML.</param>
internal sealed record Open311Document(string Root, Open311Value Body);
