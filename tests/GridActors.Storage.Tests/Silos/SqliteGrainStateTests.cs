namespace GridActors.Storage.Tests.Silos;

public sealed class SqliteGrainStateTests(SqliteTwoSilos silos) : GrainStateContract(silos), IClassFixture<SqliteTwoSilos>;
