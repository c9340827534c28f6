using GridActors.Hosting.Access;

namespace GridActors.ApiHost.Access;

/// <summary>What a request shows is not taken.</summary>
/// <param name="Detail">What is wrong with it, for people.</param>
internal sealed record RefusedCredential(CredentialRefusal Refusal, string Detail);
