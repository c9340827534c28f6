namespace GridActors.Storage.Tests.Silos;

public sealed class PostgresGrainStateTests(PostgresTwoSilos silos) : GrainStateContract(silos), IClassFixture<PostgresTwoSilos>;
