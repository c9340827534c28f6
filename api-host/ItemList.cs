using System.Collections.Immutable;

namespace GridActors.ApiHost;

/// <summary>A list, in an object so that it can gain fields.</summary>
public sealed record ItemList<T>(ImmutableArray<T> Items);
