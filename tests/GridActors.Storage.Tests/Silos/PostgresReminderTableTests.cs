namespace GridActors.Storage.Tests.Silos;

public sealed class PostgresReminderTableTests(PostgresTwoSilos silos) : ReminderTableContract(silos), IClassFixture<PostgresTwoSilos>;
