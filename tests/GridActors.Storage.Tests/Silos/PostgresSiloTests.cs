namespace GridActors.Storage.Tests.Silos;

public sealed class PostgresSiloTests(PostgresTwoSilos silos) : SiloContract(silos), IClassFixture<PostgresTwoSilos>;
