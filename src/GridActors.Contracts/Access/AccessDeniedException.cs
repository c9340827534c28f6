namespace GridActors.Contracts.Access;

/// <summary>A call of an actor that its caller has no right to make. Nothing was done, and nothing is said about what there is.</summary>
[GenerateSerializer, Alias("access-denied")]
public sealed class AccessDeniedException(string message) : Exception(message);
