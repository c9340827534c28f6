namespace GridActors.Api.Tests.Access;

/// <summary>A host of its own: its workers are transferred, and its incidents go through every command.</summary>
public sealed class JurisdictionApi : ApiFixture;
