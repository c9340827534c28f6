namespace GridActors.Storage.Tests.Silos;

public sealed class SqliteReminderTableTests(SqliteTwoSilos silos) : ReminderTableContract(silos), IClassFixture<SqliteTwoSilos>;
