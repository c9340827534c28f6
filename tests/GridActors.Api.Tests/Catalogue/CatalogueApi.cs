namespace GridActors.Api.Tests.Catalogue;

/// <summary>A host of its own: what is published here is nobody else's business.</summary>
public sealed class CatalogueApi : ApiFixture;
