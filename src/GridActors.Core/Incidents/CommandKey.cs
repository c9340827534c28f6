namespace GridActors.Core.Incidents;

/// <summary>Under which a caller sends a command, so that the same command sent again is known and not carried out twice.</summary>
/// <param name="Key">A hash of the caller and of the key that it chose: nobody else's key is the same.</param>
/// <param name="Digest">Of what the command says.</param>
[GenerateSerializer, Immutable, Alias("command-key")]
public sealed record CommandKey([property: Id(0)] string Key, [property: Id(1)] string Digest);
